using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking;

/// <summary>Takes over the Riot IDs that the spectator tells: people rename themselves. Matches tell the names of their day, which may be older than what is known.</summary>
internal sealed class RiotIdNews(PlayerStore players)
{
    /// <summary>From a running game.</summary>
    public async Task NoteAsync(Roster roster, RiotProduct product, ActiveGame game, CancellationToken cancellationToken)
    {
        foreach (var one in game.Players)
        {
            // A tag holds no #; a name might.
            if (one is { Puuid: { } puuid, RiotId: { } riotId } && riotId.LastIndexOf('#') is > 0 and var mark)
            {
                await NoteAsync(roster, product, puuid, riotId[..mark], riotId[(mark + 1)..], cancellationToken);
            }
        }
    }

    private async Task NoteAsync(Roster roster, RiotProduct product, Puuid puuid, string gameName, string tagLine, CancellationToken cancellationToken)
    {
        if (tagLine.Length > 0 && roster.Find(product, puuid.Value) is { } player && player.RiotIdKey != PlayerQueries.KeyOf(gameName, tagLine))
        {
            await players.KeepAsync(new RiotAccount(puuid, gameName, tagLine), product, cancellationToken);
        }
    }
}
