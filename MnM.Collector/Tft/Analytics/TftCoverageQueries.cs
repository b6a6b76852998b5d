using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Patches;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Reads how much of what there is.</summary>
public sealed class TftCoverageQueries
{
    private const int MostDays = 14;

    /// <summary>Each question needs to know the latest patch.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly ITftAnalytics _analytics;
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly TimeProvider _time;
    private volatile Reading? _last;

    internal TftCoverageQueries(ITftAnalytics analytics, IDbContextFactory<MnmDbContext> contexts, TimeProvider time) => (_analytics, _contexts, _time) = (analytics, contexts, time);

    /// <summary>The latest days and all patches that the analytics store has rows of.</summary>
    public async Task<TftCovered> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Sum(await _analytics.ReadCoverageAsync(cancellationToken)) with { Mishap = _analytics.Mishap };
        }
        catch (TftAnalyticsException fault)
        {
            return new TftCovered([], [], fault.Message) { Mishap = _analytics.Mishap };
        }
    }

    /// <summary>What the store has, read at most once in some seconds; what it had where it does not answer. Throws <see cref="TftAnalyticsException"/> where it never did.</summary>
    internal async Task<IReadOnlyList<TftCoverage>> ReadRowsAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetTimestamp();
        if (_last is { Rows.Count: > 0 } last && _time.GetElapsedTime(last.At, now) < Fresh)
        {
            return last.Rows;
        }

        try
        {
            var rows = await _analytics.ReadCoverageAsync(cancellationToken);
            _last = new Reading(rows, now);
            return rows;
        }
        catch (TftAnalyticsException) when (_last is { Rows.Count: > 0 })
        {
            // Answers that are kept can be shown all the same; whoever has to count anew is told why that cannot be.
            return _last!.Rows;
        }
    }

    /// <summary>How many of the stored matches the store has handled. Throws <see cref="TftAnalyticsException"/> where it does not answer.</summary>
    internal async Task<StoredMatches> CountStoredAsync(CancellationToken cancellationToken)
    {
        var generation = await _analytics.OpenAsync(cancellationToken);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var matches = db.TftMatches;
        return new StoredMatches(await matches.CountAsync(cancellationToken), await matches.CountAsync(match => match.RowsIn == generation, cancellationToken));
    }

    /// <summary>A set of years ago comes back for some days in the patches of another one.</summary>
    internal static int MostPlayedSet(IEnumerable<TftCoverage> patch) => patch.GroupBy(row => row.Set).MaxBy(set => set.Sum(row => row.Matches))!.Key;

    private static TftCovered Sum(IReadOnlyList<TftCoverage> rows) => new(
        [
            .. rows.GroupBy(row => row.Day).OrderByDescending(day => day.Key).Take(MostDays).Select(day => new CoveredDay(
                day.Key, Of(day, TftTier.Challenger), Of(day, TftTier.Grandmaster), Of(day, TftTier.Master), Of(day, null))),
        ],
        [
            .. rows.GroupBy(row => row.Patch).OrderByDescending(patch => patch.Key)
                .Select(patch => new CoveredPatch(patch.Key, MostPlayedSet(patch), patch.Sum(row => row.Matches), patch.Sum(row => row.UnitRows))),
        ],
        Fault: null);

    private static int Of(IEnumerable<TftCoverage> rows, TftTier? tier) => rows.Where(row => row.HighestTier == tier).Sum(row => row.Matches);

    private sealed record Reading(IReadOnlyList<TftCoverage> Rows, long At);
}

/// <summary>How many matches are stored, and how many of them are counted, or were found to have nothing to count.</summary>
internal readonly record struct StoredMatches(int All, int Counted)
{
    /// <summary>Whether so many are not counted that it matters; fewer than one in a hundred are always on their way while it is crawled.</summary>
    public bool IsPart => (All - Counted) * 100L >= Math.Max(All, 1);
}

/// <summary>How many matches the analytics store has rows of.</summary>
/// <param name="Days">The latest first.</param>
/// <param name="Patches">The latest first.</param>
/// <param name="Fault">Why it could not be read, in a sentence; null where it was.</param>
public sealed record TftCovered(ImmutableArray<CoveredDay> Days, ImmutableArray<CoveredPatch> Patches, string? Fault)
{
    /// <summary>What has befallen the store, in a sentence; null for nothing.</summary>
    public string? Mishap { get; init; }
}

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

/// <summary>The matches of a patch; the set is the one that most of them are of.</summary>
public sealed record CoveredPatch(Patch Patch, int Set, int Matches, long UnitRows);
