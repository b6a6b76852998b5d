using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>Running games. https://developer.riotgames.com/apis#spectator-v5</summary>
internal sealed class SpectatorApi(RiotClient riot)
{
    /// <summary>The name of its method among Riot's limits.</summary>
    public const string Method = "spectator-v5.active-game";

    /// <summary>The game a player is in. Not found says little: it is also the answer for players in streamer mode, and in an outage.</summary>
    public async Task<RiotAnswer<ActiveGame>> FindAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) =>
        (await FindWithJsonAsync(puuid, platform, lane, cancellationToken)).Select(answer => answer.Value);

    /// <summary>The same with the answer as it came.</summary>
    public Task<RiotAnswer<WithJson<ActiveGame>>> FindWithJsonAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) => riot.GetWithJsonAsync(
        new RiotCall(platform, Method, lane),
        // The path says by-summoner and means the PUUID.
        $"lol/spectator/v5/active-games/by-summoner/{puuid}",
        RiotJson.Default.ActiveGameJson,
        ActiveGame.Of,
        cancellationToken);
}

/// <summary>A running game.</summary>
/// <param name="GameId">Its number on the platform.</param>
/// <param name="Platform">In lower case.</param>
/// <param name="Mode">In Riot's words: CLASSIC, ARAM, …</param>
/// <param name="Type">In Riot's words; a Clash game says CUSTOM.</param>
/// <param name="Map">Riot's number.</param>
/// <param name="Queue">Riot's number, known to MnM or not; null for a custom game.</param>
/// <param name="StartedAt">UTC; null while it loads.</param>
/// <param name="Length">As Riot says it: below zero at first.</param>
/// <param name="Players">In Riot's order.</param>
/// <param name="Bans">Of both teams; champion −1 is none.</param>
public sealed record ActiveGame(
    long GameId, string? Platform, string? Mode, string? Type, int Map, int? Queue, DateTimeOffset? StartedAt, TimeSpan Length,
    ImmutableArray<ActivePlayer> Players, ImmutableArray<ActiveBan> Bans)
{
    internal static ActiveGame? Of(ActiveGameJson wire) => wire is not { GameId: > 0, Participants: { } participants } ? null : new ActiveGame(
        wire.GameId,
        wire.PlatformId?.ToLowerInvariant(),
        wire.GameMode,
        wire.GameType,
        wire.MapId,
        wire.GameQueueConfigId,
        RiotTime.Of(wire.GameStartTime),
        TimeSpan.FromSeconds(Math.Clamp(wire.GameLength, -86_400, 86_400)),
        [.. participants.OfType<ActivePlayerJson>().Select(ActivePlayer.Of)],
        [.. (wire.BannedChampions ?? []).OfType<BanJson>().Select(ban => new ActiveBan(ban.ChampionId, ban.TeamId, ban.PickTurn))]);
}

/// <summary>Somebody in a running game. A player whom Riot hides has neither id nor name.</summary>
/// <param name="Puuid">Null for bots and for players who are hidden.</param>
/// <param name="RiotId">Name#tag; null where the id is.</param>
/// <param name="TeamId">100 or 200.</param>
/// <param name="ChampionId">Known to MnM or not.</param>
/// <param name="Spell1">Summoner spell.</param>
/// <param name="Spell2">Summoner spell.</param>
/// <param name="ProfileIcon">Number of the picture.</param>
/// <param name="IsBot">Whether the game plays it.</param>
/// <param name="Runes">What Riot shows of them, today the keystone alone.</param>
/// <param name="PrimaryTree">Tree of the keystone; 0 where not told.</param>
/// <param name="SecondaryTree">The other one; 0 where not told.</param>
public sealed record ActivePlayer(
    Puuid? Puuid, string? RiotId, int TeamId, int ChampionId, long Spell1, long Spell2, int ProfileIcon, bool IsBot,
    ImmutableArray<int> Runes, int PrimaryTree, int SecondaryTree)
{
    internal static ActivePlayer Of(ActivePlayerJson wire)
    {
        // Where the id is withheld Riot puts the champion's name in the place of the player's.
        var puuid = Puuid.Find(wire.Puuid);
        return new ActivePlayer(
            puuid, puuid is null ? null : wire.RiotId, wire.TeamId, wire.ChampionId, wire.Spell1Id, wire.Spell2Id, wire.ProfileIconId, wire.Bot,
            [.. wire.Perks?.PerkIds ?? []], wire.Perks?.PerkStyle ?? 0, wire.Perks?.PerkSubStyle ?? 0);
    }
}

/// <summary>A champion that was banned.</summary>
public sealed record ActiveBan(int ChampionId, int TeamId, int PickTurn);
