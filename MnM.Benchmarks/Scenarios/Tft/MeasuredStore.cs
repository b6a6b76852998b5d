using System.Collections.Immutable;
using System.Diagnostics;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Rows;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>A store with a watch. No answer cache is before it.</summary>
internal sealed class MeasuredStore(ITftAnalytics store)
{
    private TimeSpan _storing;
    private int _stored;

    public double StoredPerSecond => _stored / _storing.TotalSeconds;

    public async Task StoreAsync(IReadOnlyCollection<FlatMatch> matches, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await store.StoreAsync(matches, cancellationToken);
        _storing += Stopwatch.GetElapsedTime(start);
        _stored += matches.Count;
    }

    /// <summary>Milliseconds that some questions take together, by round.</summary>
    public async Task<List<double>> AskAsync(IReadOnlyList<TftQuery> queries, CancellationToken cancellationToken)
    {
        var rounds = new List<double>();
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var query in queries)
            {
                await store.CountAsync(query, cancellationToken);
            }

            rounds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first round warms up.
        return rounds[1..];
    }

    /// <summary>All that it counts, as a text that is the same for the same numbers.</summary>
    public async Task<string> TellAsync(TftQuery query, CancellationToken cancellationToken)
    {
        var sums = await store.CountAsync(query, cancellationToken);
        return string.Join('\n', sums.Groups
            .Select(group => $"{group.Key.Unit},{group.Key.Trait},{group.Key.SecondTrait},{group.Key.TraitTier},{Text(group.Key.Items)}: {Text(group.Value.Sums)} of {Text(group.Value.Base)}")
            .Order(StringComparer.Ordinal).Prepend(Text(sums.Sample)));
    }

    private static string Text(GroupSums sums) => $"{sums with { Places = [] }} {string.Join(' ', sums.Places)}";

    private static string Text(ImmutableArray<int> items) => string.Join(' ', items);
}
