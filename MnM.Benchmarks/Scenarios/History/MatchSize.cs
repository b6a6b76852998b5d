using MnM.Collector.Matches;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>What a match takes in the database with its people, its indexes and its JSON, and how much more its timeline takes.</summary>
internal sealed class MatchSize : Measurement
{
    public override string Title => "What a match takes";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var recorded = SampleMatch.Recorded();
        var samples = recorded.IsEmpty ? SampleMatch.Simulated() : recorded;
        results.Add("recorded_matches", recorded.Length);
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        var before = await database.SizeAsync(cancellationToken);
        var stored = new List<SampleMatch>();
        foreach (var sample in samples)
        {
            if (MatchReader.Read(sample.MatchId, sample.Json, TimeProvider.System.GetUtcNow()) is { } read)
            {
                await database.Store.StoreAsync(new FetchedMatch(read, sample.Json), cancellationToken);
                stored.Add(sample);
            }
        }

        var matches = await database.SizeAsync(cancellationToken);
        results.Add("match_json_kb", stored.Average(sample => sample.Json.Length) / 1024);
        results.Add("kb_per_match", (matches - before) / 1024.0 / stored.Count);
        var timelines = stored.Where(sample => sample.Timeline is not null).ToList();
        foreach (var sample in timelines)
        {
            await database.StoreTimelineAsync(sample, cancellationToken);
        }

        results.Add("timeline_json_kb", timelines.Average(sample => sample.Timeline!.Length) / 1024);
        results.Add("kb_per_timeline", (await database.SizeAsync(cancellationToken) - matches) / 1024.0 / timelines.Count);
    }
}
