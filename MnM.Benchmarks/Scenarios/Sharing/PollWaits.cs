using System.Diagnostics;
using MnM.Benchmarks.Games;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Live.Recording;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>How long the recorder takes to store a poll, one every 50 ms, beside other work on a database of real size.</summary>
/// <param name="Polls">How many were stored beside that work.</param>
/// <param name="Beside">The longest of each round, in milliseconds.</param>
/// <param name="Alone">The longest of as many polls with nothing beside them.</param>
internal sealed record PollWaits(int Polls, IReadOnlyList<double> Beside, IReadOnlyList<double> Alone)
{
    /// <summary>Matches that are stored whole, before they are written so many times more.</summary>
    public const int Matches = 1000;

    private const int Many = 50_000;
    private const int Fewer = 10_000;
    private const int GameSeconds = 100;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    /// <summary>Brings a database with <see cref="Matches"/> to its size.</summary>
    public static void Fill(EmptyDatabase database, Size size) => ManyMatches.Multiply(database.File, (size == Size.Quick ? Fewer : Many) / Matches);

    /// <summary>Does the work once more than there are rounds, since the first time it is compiled; after each round all is made as it was.</summary>
    public static async Task<PollWaits> MeasureAsync(EmptyDatabase database, Func<Task> work, Func<Task> undo, CancellationToken cancellationToken)
    {
        var recorder = database.Collector.Get<GameRecorder>();
        await recorder.StartAsync(cancellationToken);
        try
        {
            var (polls, beside, alone) = (0, new List<double>(), new List<double>());
            using var records = Records().GetEnumerator();
            for (var round = 0; round <= Results.Rounds; round++)
            {
                var running = work();
                var during = await StoreAsync(recorder, records, () => !running.IsCompleted, cancellationToken);
                await running;
                var left = during.Count;
                var free = await StoreAsync(recorder, records, () => left-- > 0, cancellationToken);
                await undo();
                if (round > 0)
                {
                    polls += during.Count;
                    beside.Add(during.Max());
                    alone.Add(free.Max());
                }
            }

            return new(polls, beside, alone);
        }
        finally
        {
            await recorder.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Milliseconds of each poll until it is stored.</summary>
    private static async Task<IReadOnlyList<double>> StoreAsync(GameRecorder recorder, IEnumerator<PollRecord> records, Func<bool> goesOn, CancellationToken cancellationToken)
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
