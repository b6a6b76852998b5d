using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Keeps flat rows of matches and counts them: in a file beside the database, or in ClickHouse.</summary>
internal interface ITftAnalytics
{
    /// <summary>
    /// Number of the store's contents, never 0: another one after everything was thrown away, or for a new file or server. Matches whose rows are in another generation are derived again.
    /// </summary>
    Task<long> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Stores rows of matches; a match that is there already stays as it is. After a kill in between, the same call with the same matches ends with each of them there once.</summary>
    Task StoreAsync(IReadOnlyCollection<FlatMatch> matches, CancellationToken cancellationToken);

    /// <summary>Counts. Throws <see cref="TftAnalyticsException"/> where the store does not answer.</summary>
    Task<TftSums> CountAsync(TftQuery query, CancellationToken cancellationToken);

    /// <summary>What has befallen the store that whoever looks after it should know, a sentence; null for nothing.</summary>
    string? Mishap => null;

    /// <summary>Matches per patch, set, queue, platform, day of the end (UTC) and highest tier in them (null where nobody was on a ladder).</summary>
    Task<IReadOnlyList<TftCoverage>> ReadCoverageAsync(CancellationToken cancellationToken);

    /// <summary>Throws away the rows of everything; a new generation begins.</summary>
    Task ClearAsync(CancellationToken cancellationToken);

    /// <summary>Throws away the rows of a patch (its raw matches stay).</summary>
    Task DropAsync(Patch patch, CancellationToken cancellationToken);
}

/// <summary>How many matches there are of a kind.</summary>
internal sealed record TftCoverage(Patch Patch, int Set, int Queue, int Platform, DateOnly Day, TftTier? HighestTier, int Matches, long UnitRows)
{
    /// <summary>A reading of a ladder that is farther from the match may well tell another tier and other points.</summary>
    public static readonly TimeSpan OldStanding = TimeSpan.FromDays(1);

    /// <summary>How many of the boards are of players of a ladder.</summary>
    public int LadderBoards { get; init; }

    /// <summary>How many of these by a reading that is more than <see cref="OldStanding"/> from the match.</summary>
    public int OldLadderBoards { get; init; }
}

/// <summary>The analytics store did not do what it was asked for.</summary>
internal sealed class TftAnalyticsException(string reason, Exception? inner = null) : Exception(reason, inner);
