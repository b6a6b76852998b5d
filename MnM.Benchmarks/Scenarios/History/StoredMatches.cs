using System.Collections.Immutable;
using System.Diagnostics;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>How many matches are stored in a second, one transaction each: read into columns, their JSON compressed, committed.</summary>
internal sealed class StoredMatches : Measurement
{
    public override string Title => "Storing matches";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var recorded = SampleMatch.Recorded();
        var samples = recorded.IsEmpty ? SampleMatch.Simulated() : recorded;
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        using var bare = new BareInsert(Path.Combine(database.Folder, "yardstick.db"));
        var payloads = samples.Select(sample => Packing.Pack(sample.Json)).ToList();
        var (stored, inserted, packed) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var rate = await RateAsync(database.Store, samples, round, cancellationToken);
            var (insert, pack) = (Rate(payloads, bare.Run), Rate([.. samples.Select(sample => sample.Json)], json => Packing.Pack(json)));
            if (round > 0)
            {
                stored.Add(rate);
                inserted.Add(insert);
                packed.Add(pack);
            }
        }

        results.AddMedian("store_per_s", stored);
        results.AddMedian("yardstick_inserts_per_s", inserted);
        results.AddMedian("yardstick_packed_per_s", packed);
    }

    /// <summary>Stores them once more, under other numbers.</summary>
    public static async Task<double> RateAsync(MatchStore store, ImmutableArray<SampleMatch> samples, int round, CancellationToken cancellationToken)
    {
        var (start, stored) = (Stopwatch.GetTimestamp(), 0);
        foreach (var sample in samples)
        {
            if (MatchReader.Read($"{sample.MatchId}{round:000}", sample.Json, TimeProvider.System.GetUtcNow()) is { } read)
            {
                await store.StoreAsync(new FetchedMatch(read, sample.Json), cancellationToken);
                stored++;
            }
        }

        return stored / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Rate(List<byte[]> bodies, Action<byte[]> run)
    {
        var start = Stopwatch.GetTimestamp();
        bodies.ForEach(run);
        return bodies.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
