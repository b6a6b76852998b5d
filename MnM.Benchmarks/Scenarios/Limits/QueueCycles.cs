using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>How many items of work go through the queue: claimed in batches, fair over routes and owners, and ended one in a transaction.</summary>
internal sealed class QueueCycles : Measurement
{
    private const string Kind = "measured";
    private const int Batch = 128;
    private const int Routes = 4;
    private const int OwnersEach = 4;

    public override string Title => "Cycles of the work queue";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var services = new ServiceCollection();
        services.AddLogging().AddStorage().AddBackplane().AddSingleton(TimeProvider.System);
        services.Configure<StorageOptions>(storage => storage.DataDirectory = folder.Path);
        await using var provider = services.BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
            var queue = provider.GetRequiredService<WorkQueue>();
            var items = size == Size.Quick ? 4096 : 8192;
            using var bare = new BareUpdate(folder.File("yardstick.db"), items);
            var (cycles, updates, ratios) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= Results.Rounds; round++)
            {
                await queue.EnqueueAsync(Work(round, items), cancellationToken);
                var update = Updates(bare, items);
                var cycle = await CyclesAsync(queue, items, cancellationToken);
                if (round > 0)
                {
                    cycles.Add(cycle);
                    updates.Add(update);
                    ratios.Add(cycle / update);
                }
            }

            results.AddMedian("queue_cycles_per_s", cycles);
            results.AddMedian("yardstick_updates_per_s", updates);
            results.AddMedian("queue_cycle_ratio", ratios);
        }
        finally
        {
            // A pooled connection would keep the file open while its folder is deleted.
            SqliteConnection.ClearAllPools();
        }
    }

    private static IEnumerable<NewWork> Work(int round, int items) => Enumerable.Range(0, items).Select(number => new NewWork(Kind, $"EUW1_{round}{number:D8}", Lane.Crawl)
    {
        Route = $"route{number % Routes}",
        Owner = $"owner{number / Routes % OwnersEach}",
        Payload = """{"puuid":"Yb6qVhZk4h2mV8oH9V6p1mT0gqVvT3f0hZ3dQm2Yk8mX1b7s5A"}""",
    });

    private static async Task<double> CyclesAsync(WorkQueue queue, int items, CancellationToken cancellationToken)
    {
        var (start, done) = (Stopwatch.GetTimestamp(), 0);
        while (await queue.ClaimAsync(Kind, "benchmark", Batch, TimeSpan.FromMinutes(2), cancellationToken) is { Count: > 0 } claimed)
        {
            foreach (var lease in claimed)
            {
                done += await queue.CompleteAsync(lease, WorkState.Done, null, null, cancellationToken) ? 1 : 0;
            }
        }

        return done == items
            ? items / Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException($"{done} of {items} items were done.");
    }

    private static double Updates(BareUpdate bare, int items)
    {
        var start = Stopwatch.GetTimestamp();
        for (var id = 1; id <= items; id++)
        {
            bare.Run(id, TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        }

        return items / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
