using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>Matches, as they came. https://developer.riotgames.com/apis#match-v5</summary>
internal sealed class MatchApi(RiotClient riot)
{
    /// <summary>Ids of a player's matches, the latest first. Riot's list can end before the player's matches do.</summary>
    public async Task<RiotAnswer<ImmutableArray<string>>> FindIdsAsync(Puuid puuid, string region, MatchIdQuery query, Lane lane, CancellationToken cancellationToken) =>
        (await riot.GetAsync(
            new RiotCall(region, "match-v5.ids", lane),
            $"lol/match/v5/matches/by-puuid/{puuid}/ids?{query}",
            RiotJson.Default.StringArray,
            wire => wire.OfType<string>().ToList(),
            cancellationToken)).Select(ids => ids.ToImmutableArray());

    /// <summary>A match, the bytes of its JSON as they came. Not found for minutes after the game; for ever, where Riot keeps none.</summary>
    /// <param name="matchId">For example EUW1_5720153635.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<RiotAnswer<byte[]>> FindAsync(string matchId, Lane lane, CancellationToken cancellationToken) => GetAsync("match-v5.match", matchId, "", lane, cancellationToken);

    /// <summary>A match's timeline, the bytes of its JSON as they came.</summary>
    public Task<RiotAnswer<byte[]>> FindTimelineAsync(string matchId, Lane lane, CancellationToken cancellationToken) =>
        GetAsync("match-v5.timeline", matchId, "/timeline", lane, cancellationToken);

    /// <summary>Addresses of a player's replay files.</summary>
    public async Task<RiotAnswer<ImmutableArray<string>>> FindReplaysAsync(Puuid puuid, string region, Lane lane, CancellationToken cancellationToken) =>
        (await riot.GetAsync(
            new RiotCall(region, "match-v5.replays", lane),
            $"lol/match/v5/matches/by-puuid/{puuid}/replays",
            RiotJson.Default.ReplaysJson,
            wire => (wire.MatchFileUrls ?? []).OfType<string>().ToList(),
            cancellationToken)).Select(urls => urls.ToImmutableArray());

    private async Task<RiotAnswer<byte[]>> GetAsync(string method, string matchId, string part, Lane lane, CancellationToken cancellationToken) =>
        MatchIds.RegionOf(matchId) is { } region
            ? await riot.GetBytesAsync(new RiotCall(region, method, lane), $"lol/match/v5/matches/{Uri.EscapeDataString(matchId)}{part}", cancellationToken)
            : new RiotAnswer<byte[]>.NotFound();
}

/// <summary>Which of a player's matches are asked for; null and the defaults ask for all.</summary>
/// <param name="Start">How many of the latest are left out.</param>
/// <param name="Count">How many, 1 to 100.</param>
/// <param name="From">Begun then or later; nothing before 2021-06-16 is found by time.</param>
/// <param name="To">Begun then or earlier.</param>
/// <param name="Queue">Riot's number of a queue.</param>
/// <param name="Type">ranked, normal, tourney or tutorial.</param>
public sealed record MatchIdQuery(int Start = 0, int Count = 20, DateTimeOffset? From = null, DateTimeOffset? To = null, int? Queue = null, string? Type = null)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString()
    {
        List<string> parts = [string.Create(CultureInfo.InvariantCulture, $"start={Start}"), string.Create(CultureInfo.InvariantCulture, $"count={Count}")];
        Add("startTime", From?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Add("endTime", To?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Add("queue", Queue?.ToString(CultureInfo.InvariantCulture));
        Add("type", Type);
        return string.Join('&', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}

/// <summary>Ids of matches: the platform, _ and the number of the game.</summary>
internal static class MatchIds
{
    /// <summary>The region that holds the match; null for what is no id of a match.</summary>
    public static string? RegionOf(string matchId) =>
        matchId.Split('_') is [var platform, { Length: > 0 } game] && game.All(char.IsAsciiDigit) ? Routing.RegionOf(Routing.MergedInto(platform)) : null;
}
