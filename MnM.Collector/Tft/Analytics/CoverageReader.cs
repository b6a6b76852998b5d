namespace MnM.Collector.Tft.Analytics;

/// <summary>What the store has, read at most once in some seconds: each question needs to know the latest patch.</summary>
internal sealed class CoverageReader(ITftAnalytics analytics, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private volatile Reading? _last;

    /// <summary>Throws <see cref="TftAnalyticsException"/> where the store does not answer.</summary>
    public async Task<IReadOnlyList<TftCoverage>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (_last is { Rows.Count: > 0 } last && time.GetElapsedTime(last.At, now) < Fresh)
        {
            return last.Rows;
        }

        var rows = await analytics.ReadCoverageAsync(cancellationToken);
        _last = new Reading(rows, now);
        return rows;
    }

    private sealed record Reading(IReadOnlyList<TftCoverage> Rows, long At);
}
