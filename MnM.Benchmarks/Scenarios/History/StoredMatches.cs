using System.Collections.Immutable;
using System.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>How many matches are stored in a second, one transaction each and by one thread: read into columns, their JSON compressed, committed.</summary>
internal sealed class StoredMatches : Measurement
{
    private const string Kind = "measured";

    /// <summary>How many an import has at once.</summary>
    private const int AtOnce = 8;

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
            var rate = await RateAsync(database, samples, round, cancellationToken);
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

    /// <summary>Stores them once more, under other numbers, as an import does: each is the end of an item of work.</summary>
    public static async Task<double> RateAsync(EmptyDatabase database, ImmutableArray<SampleMatch> samples, int round, CancellationToken cancellationToken)
    {
        var queue = database.Collector.Get<WorkQueue>();
        var byId = samples.ToDictionary(sample => $"{sample.MatchId}{round:000}");
        await queue.EnqueueAsync(byId.Keys.Select(id => new NewWork(Kind, id, Lane.Requested) { Route = "europe", Owner = "import" }), cancellationToken);
        var (start, stored) = (Stopwatch.GetTimestamp(), 0);
        while (await queue.ClaimAsync(Kind, "benchmark", AtOnce, TimeSpan.FromMinutes(2), cancellationToken) is { Count: > 0 } claimed)
        {
            foreach (var work in claimed)
            {
                var json = byId[work.Key].Json;
                var fetched = MatchReader.Read(work.Key, json, TimeProvider.System.GetUtcNow()) is { } read ? new FetchedMatch(read, json) : null;
                await queue.CompleteAsync(
                    work, fetched is null ? WorkState.Failed : WorkState.Done, null, fetched is null ? null : (db, token) => MatchStore.StoreAsync(db, fetched, work.Attempts, token), cancellationToken);
                stored += fetched is null ? 0 : 1;
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
