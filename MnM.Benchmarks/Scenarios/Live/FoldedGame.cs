using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Benchmarks.Games;
using MnM.Collector;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>What a game of thirty minutes takes in the database once it is folded, beside xz of all its answers, and how fast a second of it is found.</summary>
internal sealed class FoldedGame : Measurement
{
    private const string Xz = "/usr/bin/xz";
    private const int WarmUp = 60;
    private const int Seeks = 100;

    public override string Title => "A folded game";

    public override string? FindLack() => ReleaseBuild.FindLack() ?? (File.Exists(Xz) ? null : $"There is no {Xz}; install xz-utils.");

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(TimeProvider.System).AddCollector();
        services.Configure<StorageOptions>(storage => storage.DataDirectory = folder.Path);
        services.Configure<StaticDataOptions>(_ => { });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        try
        {
            var database = provider.GetRequiredService<IOptions<StorageOptions>>().Value.DatabasePath;
            var before = await DatabaseSize.ReadAsync(database, folder.File("before.db"), cancellationToken);
            var polls = await RecordAsync(provider.GetRequiredService<GameRecorder>(), folder.File("raw"), cancellationToken);
            await provider.GetRequiredService<GameFolder>().FoldAsync(1, cancellationToken);
            var after = await DatabaseSize.ReadAsync(database, folder.File("after.db"), cancellationToken);
            results.Add("game_kb", (after - before) / 1024.0);
            results.Add("game_vs_xz", (after - before) / (double)await PackAsync(folder.File("raw"), cancellationToken));
            var replay = provider.GetRequiredService<GameReplay>();
            results.Add("lossless_polls", await CountLosslessAsync(replay, polls, size == Size.Quick ? 23 : 1, cancellationToken));
            results.AddMedian("seek_ms", await SeekAsync(replay, polls, cancellationToken));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }

    private static async Task<int> RecordAsync(GameRecorder recorder, string raw, CancellationToken cancellationToken)
    {
        var polls = 0;
        await recorder.StartAsync(cancellationToken);
        await using (var file = File.Create(raw))
        {
            using var game = new WatchedGame(1, InventedCatalog.Read());
            foreach (var poll in WholeGame.Polls())
            {
                await file.WriteAsync(poll, cancellationToken);
                recorder.Enqueue(game.Take(poll).Record);
                polls++;
                if (polls % 64 == 0)
                {
                    await recorder.FlushAsync(cancellationToken);
                }
            }
        }

        await recorder.FlushAsync(cancellationToken);
        await recorder.StopAsync(CancellationToken.None);
        return recorder.Fault is null ? polls : throw new InvalidOperationException(recorder.Fault);
    }

    private static async Task<long> PackAsync(string file, CancellationToken cancellationToken)
    {
        using var xz = Process.Start(new ProcessStartInfo(Xz, ["-9", "--keep", file]))!;
        await xz.WaitForExitAsync(cancellationToken);
        return xz.ExitCode == 0 ? new FileInfo(file + ".xz").Length : throw new InvalidOperationException($"xz ended with {xz.ExitCode}.");
    }

    /// <summary>How many polls do not come back as the game answered them, of every <paramref name="step"/>th, taken off the number of all.</summary>
    private static async Task<int> CountLosslessAsync(GameReplay replay, int polls, int step, CancellationToken cancellationToken)
    {
        var lost = 0;
        var sequence = 0;
        foreach (var answer in WholeGame.Polls())
        {
            if (sequence % step == 0)
            {
                using var expected = JsonDocument.Parse(answer);
                using var read = await replay.FindAsync(1, sequence, cancellationToken) is { } poll ? JsonDocument.Parse(poll.Response) : null;
                lost += read is not null && JsonElement.DeepEquals(expected.RootElement, read.RootElement) ? 0 : 1;
            }

            sequence++;
        }

        return polls - lost;
    }

    private static async Task<IReadOnlyList<double>> SeekAsync(GameReplay replay, int polls, CancellationToken cancellationToken)
    {
        var random = new Random(1);
        var times = new List<double>();
        for (var seek = 0; seek < WarmUp + Seeks; seek++)
        {
            var start = Stopwatch.GetTimestamp();
            await replay.ViewAtAsync(1, random.Next(1, polls), cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times[WarmUp..];
    }
}
