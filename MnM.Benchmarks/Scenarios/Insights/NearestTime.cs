using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Matches;

namespace MnM.Benchmarks.Scenarios.Insights;

/// <summary>The matches that went most alike among those of 20,000 people, and the figures of others among 100,000, each read from the database for every question.</summary>
internal sealed class NearestTime : Measurement
{
    private const int Written = 200;
    private const int People = 20_000;
    private const int Population = 100_000;
    private const int Similar = 5;
    private const int Asks = 11;

    public override string Title => "The nearest of 20,000, and the figures of others among 100,000";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        var (matches, store, gaps) = (new List<ReadMatch>(), database.Collector.Get<EmbeddingStore>(), database.Collector.Get<GapFinder>());
        for (var index = 0; index < Written; index++)
        {
            var sample = SampleMatch.Rift(index);
            var read = MatchReader.Read(sample.MatchId, sample.Json, DateTimeOffset.UnixEpoch)!;
            await database.Store.StoreAsync(new FetchedMatch(read, sample.Json), cancellationToken);
            await database.StoreTimelineAsync(sample, cancellationToken);
            matches.Add(read);
        }

        var loop = database.Collector.Get<EmbeddingLoop>();
        while (!(await store.FindMissingAsync(1, cancellationToken)).IsEmpty)
        {
            await loop.TickAsync(cancellationToken);
        }

        ManyMatches.Multiply(database.File, (Population / Embedding.People / Written) - 1);
        Multiply(database.File, (People / Embedding.People / Written) - 1);
        var (nearest, others) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var match = matches[round];
            var vectors = await store.FindVectorsAsync(match.Match.Id, cancellationToken) ?? throw new InvalidOperationException($"{match.Match.Id} has no vectors.");
            var near = await MedianAsync(async () => (await store.NearestAsync(vectors, match.Match.Id, 1, Similar, cancellationToken)).Length == Similar);
            var one = match.Participants[0];
            var question = new GapQuestion([one.Puuid!], one.Position, match.Match.QueueId, match.Match.StartedAt, match.Match.StartedAt, [new Seat(1, 1, 1, 100, 9000, 9000, 20, 1800, 10, MinuteMarks.None)]);
            var gap = await MedianAsync(async () => (await gaps.FindAsync(question, cancellationToken)).Gaps.All(figure => figure.Others is { Games: > 1000 }));
            if (round > 0)
            {
                nearest.Add(near);
                others.Add(gap);
            }
        }

        results.AddMedian("nearest_ms", nearest);
        results.AddMedian("gaps_ms", others);
    }

    private static async Task<double> MedianAsync(Func<Task<bool>> ask)
    {
        var times = new List<double>();
        for (var asked = 0; asked < Asks; asked++)
        {
            var start = Stopwatch.GetTimestamp();
            if (!await ask())
            {
                throw new InvalidOperationException("The answer is not whole.");
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Results.Median(times);
    }

    /// <summary>The vectors of the copies that <see cref="ManyMatches.Multiply"/> made.</summary>
    private static void Multiply(string file, int times)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO match_embeddings (match_id, version, vectors, minutes)
            WITH RECURSIVE copies(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < $times)
            SELECT match_id || '0' || number, version, vectors, minutes FROM match_embeddings, copies
            """;
        command.Parameters.AddWithValue("$times", times);
        command.ExecuteNonQuery();
    }
}
