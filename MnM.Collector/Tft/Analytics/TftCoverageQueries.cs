using System.Collections.Immutable;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Reads how much of what there is, for people who look after the crawler.</summary>
public sealed class TftCoverageQueries
{
    private const int MostDays = 14;
    private readonly ITftAnalytics _analytics;

    internal TftCoverageQueries(ITftAnalytics analytics) => _analytics = analytics;

    /// <summary>The latest days and all patches that the analytics store has rows of.</summary>
    public async Task<TftCovered> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Sum(await _analytics.ReadCoverageAsync(cancellationToken));
        }
        catch (TftAnalyticsException fault)
        {
            return new TftCovered([], [], fault.Message);
        }
    }

    internal static TftCovered Sum(IReadOnlyList<TftCoverage> rows) => new(
        [
            .. rows.GroupBy(row => row.Day).OrderByDescending(day => day.Key).Take(MostDays).Select(day => new CoveredDay(
                day.Key, Of(day, TftTier.Challenger), Of(day, TftTier.Grandmaster), Of(day, TftTier.Master), Of(day, null))),
        ],
        [
            .. rows.GroupBy(row => (row.Patch, row.Set)).OrderByDescending(patch => patch.Key.Patch).ThenByDescending(patch => patch.Key.Set)
                .Select(patch => new CoveredPatch(patch.Key.Patch, patch.Key.Set, patch.Sum(row => row.Matches), patch.Sum(row => row.UnitRows))),
        ],
        Fault: null);

    private static int Of(IEnumerable<TftCoverage> rows, TftTier? tier) => rows.Where(row => row.HighestTier == tier).Sum(row => row.Matches);
}

/// <summary>How many matches the analytics store has rows of.</summary>
/// <param name="Days">The latest first.</param>
/// <param name="Patches">The latest first.</param>
/// <param name="Fault">Why it could not be read, in a sentence; null where it was.</param>
public sealed record TftCovered(ImmutableArray<CoveredDay> Days, ImmutableArray<CoveredPatch> Patches, string? Fault);

/// <summary>The matches that ended on a day (UTC), each counted once, by the highest tier that somebody in it was of.</summary>
/// <param name="Day">Which.</param>
/// <param name="Challenger">Matches.</param>
/// <param name="Grandmaster">Matches.</param>
/// <param name="Master">Matches.</param>
/// <param name="Others">With nobody who was on a ladder at that time.</param>
public sealed record CoveredDay(DateOnly Day, int Challenger, int Grandmaster, int Master, int Others)
{
    /// <summary>All of them.</summary>
    public int Matches => Challenger + Grandmaster + Master + Others;
}

/// <summary>The matches of a patch.</summary>
public sealed record CoveredPatch(Patch Patch, int Set, int Matches, long UnitRows);
