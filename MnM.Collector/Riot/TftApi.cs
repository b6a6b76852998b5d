using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>Teamfight Tactics, by ids of the product whose key is used for it. https://developer.riotgames.com/apis#tft-league-v1</summary>
internal sealed class TftApi(RiotClient riot)
{
    /// <summary>The name of the spectator's method among Riot's limits.</summary>
    public const string SpectatorMethod = "spectator-tft-v5.active-game";

    /// <summary>A player's ranks on a platform, one per queue.</summary>
    public async Task<RiotAnswer<ImmutableArray<LeagueEntry>>> FindEntriesAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) =>
        (await riot.GetAsync(
            Call(platform, "tft-league-v1.by-puuid", lane),
            $"tft/league/v1/by-puuid/{puuid}",
            RiotJson.Default.LeagueEntryJsonArray,
            wire => wire.Select(LeagueEntry.Of).OfType<LeagueEntry>().ToList(),
            cancellationToken)).Select(entries => entries.ToImmutableArray());

    /// <summary>A ladder above Diamond.</summary>
    /// <param name="tier">Which.</param>
    /// <param name="queue">RANKED_TFT or RANKED_TFT_DOUBLE_UP.</param>
    /// <param name="platform">Of <see cref="Routing.Platforms"/>.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<RiotAnswer<Ladder>> FindLadderAsync(ApexTier tier, string queue, string platform, Lane lane, CancellationToken cancellationToken)
    {
        var name = tier.ToString().ToLowerInvariant();
        return riot.GetAsync(
            Call(platform, $"tft-league-v1.{name}", lane), $"tft/league/v1/{name}?queue={Uri.EscapeDataString(queue)}", RiotJson.Default.LadderJson, Ladder.Of, cancellationToken);
    }

    /// <summary>Ids of a player's matches, the latest first; queue and type cannot be asked for.</summary>
    public async Task<RiotAnswer<ImmutableArray<string>>> FindIdsAsync(Puuid puuid, string region, MatchIdQuery query, Lane lane, CancellationToken cancellationToken) =>
        (await riot.GetAsync(
            Call(region, "tft-match-v1.ids", lane),
            $"tft/match/v1/matches/by-puuid/{puuid}/ids?{query with { Queue = null, Type = null }}",
            RiotJson.Default.StringArray,
            wire => wire.OfType<string>().ToList(),
            cancellationToken)).Select(ids => ids.ToImmutableArray());

    /// <summary>A match, the bytes of its JSON as they came.</summary>
    public async Task<RiotAnswer<byte[]>> FindMatchAsync(string matchId, Lane lane, CancellationToken cancellationToken) =>
        MatchIds.RegionOf(matchId) is { } region
            ? await riot.GetBytesAsync(Call(region, "tft-match-v1.match", lane), $"tft/match/v1/matches/{Uri.EscapeDataString(matchId)}", cancellationToken)
            : new RiotAnswer<byte[]>.NotFound();

    /// <summary>The game a player is in.</summary>
    public async Task<RiotAnswer<ActiveGame>> FindGameAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) =>
        (await FindGameWithJsonAsync(puuid, platform, lane, cancellationToken)).Select(answer => answer.Value);

    /// <summary>The same with the answer as it came.</summary>
    public Task<RiotAnswer<WithJson<ActiveGame>>> FindGameWithJsonAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) => riot.GetWithJsonAsync(
        Call(platform, SpectatorMethod, lane),
        $"lol/spectator/tft/v5/active-games/by-puuid/{puuid}",
        RiotJson.Default.ActiveGameJson,
        ActiveGame.Of,
        cancellationToken);

    private static RiotCall Call(string route, string method, Lane lane) => new(route, method, lane, RiotProduct.Tactics);
}
