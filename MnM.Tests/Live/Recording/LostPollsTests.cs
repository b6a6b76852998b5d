using System.Text;
using Microsoft.EntityFrameworkCore;

namespace MnM.Tests.Live.Recording;

/// <summary>What a database that refuses polls leaves behind.</summary>
public sealed class LostPollsTests
{
    [Fact]
    public async Task Lost_polls_are_not_counted_and_leave_a_gap_with_both_ends()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(10));
        var last = await run.PollAsync(Polls.Response(11));
        await RefuseAsync(run);
        await run.PollAsync(Polls.Response(12));
        var lost = await run.PollAsync(Polls.Response(13));
        Assert.Contains("refused", lost.Game!.Recording.Fault!, StringComparison.Ordinal);
        Assert.Equal(2, lost.Game.Recording.Polls);

        await run.QueryAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER refuse"));
        var next = await run.PollAsync(Polls.Response(14));
        var healed = await run.PollAsync(Polls.Response(15));

        var game = (await run.Games.FindAsync(1, CancellationToken.None))!.Game;
        Assert.Equal((4, 15.0), (game.Polls, game.LastGameTime));
        var gap = Assert.Single(await run.Games.GapsAsync(1, CancellationToken.None));
        Assert.Equal((2, 11.0, 14.0, last.Game!.PolledAt, next.Game!.PolledAt), (gap.Sequence, gap.FromGameTime, gap.ToGameTime, gap.LastPolledAt, gap.NextPolledAt));
        Assert.Equal("not_stored", gap.Reason);
        Assert.Equal([10.0, 11, 14, 15], (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Select(moment => moment.GameTime));
        Assert.Equal(Polls.Response(15), Encoding.UTF8.GetString((await run.ReplayAsync(1, 3))!));
        Assert.Null(healed.Game!.Recording.Fault);
    }

    [Fact]
    public async Task The_end_of_a_game_counts_what_is_stored()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(10));
        await RefuseAsync(run);
        await run.PollAsync(Polls.Response(11));
        await run.PollAsync(null, after: 61);

        var game = (await run.Games.FindAsync(1, CancellationToken.None))!.Game;
        Assert.Equal((false, 1, 10.0, "connection_lost"), (game.IsLive, game.Polls, game.LastGameTime, game.EndReason));
    }

    private static Task<int> RefuseAsync(LiveRun run) => run.QueryAsync(db => db.Database.ExecuteSqlAsync(
        $"CREATE TRIGGER refuse BEFORE INSERT ON game_snapshots BEGIN SELECT RAISE(ABORT, 'refused'); END"));
}
