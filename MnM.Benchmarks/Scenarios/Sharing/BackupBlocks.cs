using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MnM.Benchmarks.Games;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Live.Recording;
using MnM.Collector.Storage.Backups;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>The recorder stores a poll every 50 ms while a backup of a database of real size is made: the longest that one takes, and the longest without a backup.</summary>
internal sealed class BackupBlocks : Measurement
{
    private const int Matches = 1000;
    private const int Many = 50_000;
    private const int Fewer = 10_000;
    private const int GameSeconds = 100;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public override string Title => "What a backup holds up";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        await ManyMatches.StoreAsync(database, Matches, cancellationToken);
        ManyMatches.Multiply(database.File, (size == Size.Quick ? Fewer : Many) / Matches);
        var desk = database.Collector.Get<BackupDesk>();
        var recorder = database.Collector.Get<GameRecorder>();
        await recorder.StartAsync(cancellationToken);
        try
        {
            var (during, without) = (new List<double>(), new List<double>());
            var (bytes, polls) = (0L, 0);
            using var records = Records().GetEnumerator();
            for (var round = 0; round <= Results.Rounds; round++)
            {
                var backup = desk.MakeAsync(BackupKind.Manual, cancellationToken);
                var blocked = await StoreAsync(records, () => !backup.IsCompleted);
                var made = (await backup).Made ?? throw new InvalidOperationException((await backup).Fault);
                var left = blocked.Count;
                var free = await StoreAsync(records, () => left-- > 0);
                File.Delete(Path.Combine(database.Collector.Get<BackupFolder>().Path, made.Name));
                if (round > 0)
                {
                    (bytes, polls) = (made.Bytes, polls + blocked.Count);
                    during.Add(blocked.Max());
                    without.Add(free.Max());
                }
            }

            results.Add("backup_mb", bytes / 1024d / 1024d);
            results.Add("backup_polls", polls);
            results.AddMedian("backup_blocks_ms", during);
            results.AddMedian("yardstick_write_ms", without);
        }
        finally
        {
            await recorder.StopAsync(CancellationToken.None);
            SqliteConnection.ClearAllPools();
        }

        // Milliseconds of each poll until it is stored.
        async Task<IReadOnlyList<double>> StoreAsync(IEnumerator<PollRecord> records, Func<bool> goesOn)
        {
            var times = new List<double>();
            while (goesOn() && records.MoveNext())
            {
                var start = Stopwatch.GetTimestamp();
                recorder.Enqueue(records.Current);
                await recorder.FlushAsync(cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                await Task.Delay(Step, TimeProvider.System, cancellationToken);
            }

            return recorder.Fault is null ? times : throw new InvalidOperationException(recorder.Fault);
        }
    }

    /// <summary>Polls without end, of one game after the other.</summary>
    private static IEnumerable<PollRecord> Records()
    {
        var (responses, catalog) = (InventedPolls.Write(GameSeconds), InventedCatalog.Read());
        for (var id = 1L; ; id++)
        {
            using var game = new WatchedGame(id, catalog);
            foreach (var response in responses)
            {
                yield return game.Take(response).Record;
            }
        }
    }
}
