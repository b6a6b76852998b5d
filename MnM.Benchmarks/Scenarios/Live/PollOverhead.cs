using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MnM.Benchmarks.Games;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>From an answer's arrival until it is stored in SQLite and published, without the network.</summary>
internal sealed class PollOverhead : Measurement
{
    private const int WarmUpPolls = 60;

    public override string Title => "Overhead of a poll";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var services = new ServiceCollection();
        services.AddLogging().AddStorage().AddSingleton(TimeProvider.System).AddSingleton<GameRecorder>();
        services.Configure<StorageOptions>(storage => storage.DataDirectory = folder.Path);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        var recorder = provider.GetRequiredService<GameRecorder>();
        await recorder.StartAsync(cancellationToken);
        try
        {
            using var commit = new BareCommit(folder.File("yardstick.db"));
            var feed = new Feed<LiveState>(LiveState.Starting);
            var polls = InventedPolls.Write(Math.Max(WarmUpPolls, size == Size.Quick ? 30 : 100));
            var catalog = InventedCatalog.Read();
            var overheads = new List<double>();
            var commits = new List<double>();
            for (var round = 0; round <= Results.Rounds; round++)
            {
                var (overhead, bare) = await RoundAsync(round + 1);
                if (round > 0)
                {
                    overheads.Add(overhead);
                    commits.Add(bare);
                }
            }

            results.AddMedian("poll_overhead_ms", overheads);
            results.AddMedian("yardstick_commit_ms", commits);

            async Task<(double Overhead, double Commit)> RoundAsync(long gameId)
            {
                using var game = new WatchedGame(gameId, catalog);
                var pollTimes = new List<double>();
                var commitTimes = new List<double>();
                foreach (var poll in polls)
                {
                    var start = Stopwatch.GetTimestamp();
                    var (record, view) = game.Take(poll);
                    recorder.Enqueue(record);
                    feed.Publish(feed.Current with { Connection = LiveConnection.InGame, Game = view });
                    await recorder.FlushAsync(cancellationToken);
                    pollTimes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

                    start = Stopwatch.GetTimestamp();
                    commit.Run();
                    commitTimes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                return recorder.Fault is null ? (Results.Median(pollTimes), Results.Median(commitTimes)) : throw new InvalidOperationException(recorder.Fault);
            }
        }
        finally
        {
            await recorder.StopAsync(CancellationToken.None);

            // A pooled connection would keep the file open while its folder is deleted.
            SqliteConnection.ClearAllPools();
        }
    }
}
