using System.Diagnostics;
using System.Text.Json;
using MnM.Benchmarks.Games;
using MnM.Collector.Live.Recording;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>Time and bytes of one poll beside one bare parse of the same answer, alternating over real successive polls.</summary>
internal sealed class PollCost : Measurement
{
    private const int Polls = 120;
    private static readonly TimeSpan TierPause = TimeSpan.FromMilliseconds(300);

    public override string Title => "Cost of a poll";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var polls = InventedPolls.Write(Polls);
        var catalog = InventedCatalog.Read();
        var pollTimes = new List<double>();
        var parseTimes = new List<double>();
        var allocated = new List<double>();

        // Methods become fast after 30 calls and a quiet moment, in several steps.
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 10; i++)
            {
                Round(i);
            }

            await Task.Delay(TierPause, TimeProvider.System, cancellationToken);
        }

        pollTimes.Clear();
        parseTimes.Clear();
        allocated.Clear();
        for (var round = 0; round < (size == Size.Quick ? 20 : 60); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Round(round);
        }

        results.Add("poll_kb", polls.Average(poll => poll.Length) / 1024);
        results.Add("poll_ratio", Results.Median(pollTimes) / Results.Median(parseTimes));
        results.Add("yardstick_parse_us", Results.Median(parseTimes));
        results.Add("poll_alloc_kb", allocated.Average() / 1024);

        void Round(int number)
        {
            using var game = new WatchedGame(1, catalog);
            game.Take(polls[0]);
            for (var i = 1; i < polls.Count; i++)
            {
                // Whoever comes second finds the answer's bytes in the cache, so they take turns.
                if ((number + i) % 2 == 0)
                {
                    Parse(polls[i]);
                    Poll(game, polls[i]);
                }
                else
                {
                    Poll(game, polls[i]);
                    Parse(polls[i]);
                }
            }
        }

        void Parse(byte[] response)
        {
            var start = Stopwatch.GetTimestamp();
            JsonDocument.Parse(response, DeltaCodec.Parsing).Dispose();
            parseTimes.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        void Poll(WatchedGame game, byte[] response)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            game.Take(response);
            var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            pollTimes.Add(time);
        }
    }
}
