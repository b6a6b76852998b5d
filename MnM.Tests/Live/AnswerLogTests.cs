using MnM.Collector.Live;
using MnM.Simulator;

namespace MnM.Tests.Live;

public sealed class AnswerLogTests
{
    private readonly SimulatorClock _clock = new();
    private readonly AnswerLog _log;

    public AnswerLogTests() => _log = new AnswerLog(_clock);

    [Fact]
    public void Equal_answers_in_a_row_are_counted_with_the_slowest_of_them()
    {
        Add("a", 200, ms: 9);
        Add("a", 200, ms: 30);
        Add("a", 200, ms: 12);

        var run = Assert.Single(_log.Runs(AnswerSource.Game));
        Assert.Equal((3, 12, 30), (run.Count, run.Duration.TotalMilliseconds, run.Longest.TotalMilliseconds));
        Assert.Equal(TimeSpan.FromSeconds(2), run.Last - run.First);
    }

    [Fact]
    public void Another_path_status_or_fault_begins_a_new_run_and_the_latest_is_first()
    {
        Add("a", 200);
        Add("b", 200);
        Add("b", 404);
        Add("b", 0, "broke off");
        Add("b", 200);

        Assert.Equal([("b", 200), ("b", 0), ("b", 404), ("b", 200), ("a", 200)], _log.Runs(AnswerSource.Game).Select(run => (run.Path, run.Status)));
        Assert.Empty(_log.Runs(AnswerSource.Client));
    }

    [Fact]
    public void However_much_happens_only_so_many_runs_are_kept()
    {
        for (var n = 0; n < 1000; n++)
        {
            Add($"{n}", 200);
        }

        var runs = _log.Runs(AnswerSource.Game);
        Assert.Equal(AnswerLog.Kept, runs.Length);
        Assert.Equal(("999", "976"), (runs[0].Path, runs[^1].Path));
    }

    [Fact]
    public void An_answer_costs_no_memory()
    {
        Add("a", 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++)
        {
            _log.Add(AnswerSource.Game, "a", 200, null, TimeSpan.FromMilliseconds(n), 42_000);
            _log.Add(AnswerSource.Game, "b", 0, "broke off", TimeSpan.FromMilliseconds(n), 0);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000);
    }

    [Fact]
    public async Task Polls_and_their_faults_are_noted()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(null);
        await run.PollAsync(null);
        await run.PollAsync("{}", status: 404);
        await run.PollAsync(Polls.Sample);
        var log = (AnswerLog)run.Services.GetService(typeof(AnswerLog))!;

        Assert.Equal(
            [(LiveClient.AllGameData, 200, 1), (LiveClient.GameStats, 200, 1), (LiveClient.GameStats, 404, 1), (LiveClient.GameStats, 0, 2)],
            log.Runs(AnswerSource.Game).Select(one => (one.Path, one.Status, (int)one.Count)));
        Assert.True(log.Runs(AnswerSource.Game)[0].Bytes > 1000);
    }

    private void Add(string path, int status, string? fault = null, int ms = 1)
    {
        _log.Add(AnswerSource.Game, path, status, fault, TimeSpan.FromMilliseconds(ms), 0);
        _clock.Advance(1);
    }
}
