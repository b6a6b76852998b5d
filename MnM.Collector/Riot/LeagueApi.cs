using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>Ranks. https://developer.riotgames.com/apis#league-v4</summary>
internal sealed class LeagueApi(RiotClient riot)
{
    /// <summary>A player's ranks on a platform, one per queue; none of a player who is unranked.</summary>
    public async Task<RiotAnswer<ImmutableArray<LeagueEntry>>> FindEntriesAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) =>
        (await FindEntriesWithJsonAsync(puuid, platform, lane, cancellationToken)).Select(found => found.Value.ToImmutableArray());

    /// <summary>The same with the JSON as Riot sent it beside it.</summary>
    public Task<RiotAnswer<WithJson<List<LeagueEntry>>>> FindEntriesWithJsonAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) =>
        riot.GetWithJsonAsync(
            new RiotCall(platform, "league-v4.entries-by-puuid", lane),
            $"lol/league/v4/entries/by-puuid/{puuid}",
            RiotJson.Default.LeagueEntryJsonArray,
            wire => wire.Select(LeagueEntry.Of).OfType<LeagueEntry>().ToList(),
            cancellationToken);

    /// <summary>A ladder above Diamond.</summary>
    /// <param name="tier">Which.</param>
    /// <param name="queue">For example RANKED_SOLO_5x5.</param>
    /// <param name="platform">Of <see cref="Routing.Platforms"/>.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<RiotAnswer<Ladder>> FindLadderAsync(ApexTier tier, string queue, string platform, Lane lane, CancellationToken cancellationToken)
    {
        var name = tier.ToString().ToLowerInvariant();
        return riot.GetAsync(
            new RiotCall(platform, $"league-v4.{name}", lane),
            $"lol/league/v4/{name}leagues/by-queue/{Uri.EscapeDataString(queue)}",
            RiotJson.Default.LadderJson,
            Ladder.Of,
            cancellationToken);
    }
}

/// <summary>The tiers above Diamond, which have one ladder each.</summary>
public enum ApexTier
{
    Master,
    Grandmaster,
    Challenger,
}

/// <summary>A player's rank in a queue, in Riot's own words: a tier or a queue that MnM does not know is kept as it came.</summary>
/// <param name="Puuid">Whose; null where Riot does not say.</param>
/// <param name="Queue">RANKED_SOLO_5x5, RANKED_FLEX_SR, …</param>
/// <param name="Tier">IRON to CHALLENGER; null where there is none.</param>
/// <param name="Division">I to IV; I above Diamond.</param>
/// <param name="LeaguePoints">Of the division.</param>
/// <param name="Wins">Of this split.</param>
/// <param name="Losses">Of this split.</param>
/// <param name="Marks">What else Riot says of it.</param>
public sealed record LeagueEntry(Puuid? Puuid, string? Queue, string? Tier, string? Division, int LeaguePoints, int Wins, int Losses, LeagueMarks Marks)
{
    internal static LeagueEntry? Of(LeagueEntryJson? wire) => wire is null ? null : new LeagueEntry(
        Puuid.Find(wire.Puuid), wire.QueueType, wire.Tier, wire.Rank, wire.LeaguePoints, wire.Wins, wire.Losses,
        (wire.HotStreak ? LeagueMarks.HotStreak : 0) | (wire.Veteran ? LeagueMarks.Veteran : 0) | (wire.FreshBlood ? LeagueMarks.FreshBlood : 0)
            | (wire.Inactive ? LeagueMarks.Inactive : 0));
}

/// <summary>What Riot says of a rank beside it.</summary>
[Flags]
public enum LeagueMarks
{
    None = 0,

    /// <summary>Won the last games.</summary>
    HotStreak = 1,

    /// <summary>Long in this league.</summary>
    Veteran = 2,

    /// <summary>New in this league.</summary>
    FreshBlood = 4,

    /// <summary>Plays too little to stay.</summary>
    Inactive = 8,
}

/// <summary>All players of a tier.</summary>
/// <param name="Tier">In Riot's words.</param>
/// <param name="Queue">In Riot's words; null where it is the only one.</param>
/// <param name="Entries">In Riot's order, which is none. Those without an id are left out.</param>
public sealed record Ladder(string? Tier, string? Queue, ImmutableArray<LeagueEntry> Entries)
{
    internal static Ladder? Of(LadderJson wire) => wire.Entries is null ? null : new Ladder(
        wire.Tier,
        wire.Queue,
        [.. wire.Entries.Select(LeagueEntry.Of).OfType<LeagueEntry>().Where(entry => entry.Puuid is not null).Select(entry => entry with { Tier = wire.Tier, Queue = wire.Queue })]);
}
