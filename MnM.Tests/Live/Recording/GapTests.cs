using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Recording;

public sealed class GapTests
{
    [Fact]
    public async Task A_restart_in_mid_game_marks_both_ends_of_the_gap()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        DateTimeOffset lost;
        await using (var first = await LiveRun.StartAsync(folder, clock))
        {
            await first.PollAsync(Polls.Response(100));
            lost = (await first.PollAsync(Polls.Response(101))).Game!.PolledAt;
        }

        await using var second = await LiveRun.StartAsync(folder, clock);
        var back = await second.PollAsync(Polls.Response(141), after: 40);
        var after = await second.PollAsync(Polls.Response(142));

        var gap = Assert.Single(await second.Games.GapsAsync(1, CancellationToken.None));
        Assert.Equal((1, 2, 101.0, 141.0, "restart"), (gap.GameId, gap.Sequence, gap.FromGameTime, gap.ToGameTime, gap.Reason));
        Assert.Equal((lost, back.Game!.PolledAt), (gap.LastPolledAt, gap.NextPolledAt));
        Assert.Equal(1, after.Game!.Recording.Gaps);
        Assert.Equal(1, (await second.Replay.ViewAtAsync(1, 142, CancellationToken.None))!.Recording.Gaps);
        Assert.Equal(0, (await second.Replay.ViewAtAsync(1, 101, CancellationToken.None))!.Recording.Gaps);
    }

    [Fact]
    public async Task A_game_that_was_given_up_by_silence_says_so_of_its_gap()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(100));
        await run.PollAsync(Polls.Response(101));
        await run.PollAsync(null, after: 70);
        Assert.Equal("connection_lost", (await run.Games.FindAsync(1, CancellationToken.None))!.Game.EndReason);
        await run.PollAsync(Polls.Response(201), after: 30);
        var gap = Assert.Single(await run.Games.GapsAsync(1, CancellationToken.None));
        Assert.Equal((101.0, 201.0, "no_answer"), (gap.FromGameTime, gap.ToGameTime, gap.Reason));
    }

    [Fact]
    public async Task A_connection_that_comes_back_marks_its_gap_and_a_slow_poll_does_not()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(100));
        await run.PollAsync(Polls.Response(102), after: 2);
        await run.PollAsync(null);
        await run.PollAsync(Polls.Response(122), after: 19);
        var gap = Assert.Single(await run.Games.GapsAsync(1, CancellationToken.None));
        Assert.Equal((102.0, 122.0, "no_answer"), (gap.FromGameTime, gap.ToGameTime, gap.Reason));
    }
}
