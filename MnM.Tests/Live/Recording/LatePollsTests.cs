using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Storage;

namespace MnM.Tests.Live.Recording;

/// <summary>The result of a game goes on answering. By then its polls may be folded or deleted.</summary>
public sealed class LatePollsTests
{
    private const int End = 70;

    [Fact]
    public async Task Polls_that_come_after_folding_are_read_like_all_others_and_folded_too()
    {
        await using var run = await PlayAsync();
        await run.Folder.FoldAsync(1, CancellationToken.None);
        await PollAsync(run, End + 1, End + 130);
        await AssertWholeAsync(run, End + 130);
        var late = await run.Replay.ChangesAsync(1, End + 1, End + 130, CancellationToken.None);
        Assert.Null(late[0].Delta);

        await run.Folder.FoldAsync(1, CancellationToken.None);
        await AssertWholeAsync(run, End + 130);
        Assert.Equal(0, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
        Assert.Equal(End + 131, (await run.Games.FindAsync(1, CancellationToken.None))!.Game.Polls);
    }

    [Fact]
    public async Task A_damaged_end_of_the_folded_part_costs_one_late_poll()
    {
        await using var run = await PlayAsync();
        await run.Folder.FoldAsync(1, CancellationToken.None);
        await run.QueryAsync(db => db.SnapshotSegments.Where(segment => segment.FirstSequence == 60)
            .ExecuteUpdateAsync(segment => segment.SetProperty(row => row.Payload, new byte[40])));
        await PollAsync(run, End + 1, End + 3);

        Assert.Equal(End + 3, (await run.Games.FindAsync(1, CancellationToken.None))!.Game.Polls);
        Assert.Equal(Response(End + 2), Encoding.UTF8.GetString((await run.ReplayAsync(1, End + 1))!));
        Assert.Equal((End, End + 2), ((int, int))Assert.Single((await run.Games.GapsAsync(1, CancellationToken.None)).Select(gap => (gap.FromGameTime, gap.ToGameTime))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_deleted_recording_nothing_comes_back(bool folded)
    {
        await using var run = await PlayAsync();
        if (folded)
        {
            await run.Folder.FoldAsync(1, CancellationToken.None);
        }

        Assert.Equal(RecordingDeletion.Deleted, await run.Recordings.DeleteAsync(1, CancellationToken.None));
        await PollAsync(run, End + 1, End + 130);

        await AssertGoneAsync(run);
        Assert.Null(run.State.Game!.Recording.Fault);
    }

    [Fact]
    public async Task A_recording_that_is_deleted_while_it_is_folded_stays_deleted()
    {
        var hook = new BeforeTransaction();
        await using var run = await PlayAsync(hook);
        hook.Do = () => run.Recordings.DeleteAsync(1, CancellationToken.None);
        Assert.Equal(0, await run.Folder.FoldAsync(1, CancellationToken.None));

        await AssertGoneAsync(run);
        Assert.Equal(0, await run.QueryAsync(db => db.PlayerTimeline.CountAsync()));
    }

    [Fact]
    public async Task A_poll_that_comes_while_the_end_is_folded_is_folded_with_it()
    {
        var hook = new BeforeTransaction();
        await using var run = await PlayAsync(hook);
        Assert.True(await run.Folder.FoldNextAsync(1, CancellationToken.None));
        hook.Do = () => PollAsync(run, End + 1, End + 1);
        Assert.True(await run.Folder.FoldNextAsync(1, CancellationToken.None));

        await PollAsync(run, End + 2, End + 5);
        await run.Folder.FoldAsync(1, CancellationToken.None);
        await AssertWholeAsync(run, End + 5);
        Assert.Equal(0, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
    }

    [Fact]
    public async Task A_game_that_was_given_up_and_deleted_is_recorded_again_when_it_goes_on()
    {
        await using var run = await GiveUpAndDeleteAsync();
        await PollAsync(run, 31, 40);

        var game = (await run.Games.FindAsync(1, CancellationToken.None))!.Game;
        Assert.Equal((true, 21), (game.IsLive, game.Polls));
        Assert.Equal(Enumerable.Range(11, 10), (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Select(moment => moment.Sequence));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(40)), JsonNode.Parse(await run.ReplayAsync(1, 20))));
        Assert.Null(run.Recorder.Fault);

        // What is shown is what is stored; the last poll may still be on its way then.
        Assert.InRange(run.State.Game!.Recording.Polls, 20, 21);
        Assert.Equal(1, run.State.Game.Recording.Gaps);
    }

    [Fact]
    public async Task A_change_of_a_poll_that_was_deleted_is_refused_and_a_whole_one_asked_for()
    {
        await using var run = await GiveUpAndDeleteAsync();
        await using var writer = await PollWriter.OpenAsync(run.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>(), CancellationToken.None);
        var game = (await run.Games.FindAsync(1, CancellationToken.None))!.Game;
        game.IsLive = true;
        var change = new PollRecord { Game = game, Payload = "{}"u8.ToArray(), PolledAt = run.Clock.GetUtcNow(), GameTime = 31 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.StoreAsync([change], CancellationToken.None));

        run.Recorder.Enqueue(change);
        await run.Recorder.FlushAsync(CancellationToken.None);
        Assert.Contains("deleted", run.Recorder.Fault!, StringComparison.Ordinal);
        Assert.True(run.Recorder.TakeLostChain());
    }

    /// <summary>Polls 0 to 10 of a game, which is silent until it is given up.</summary>
    private static async Task<LiveRun> GiveUpAndDeleteAsync()
    {
        var run = await LiveRun.StartAsync();
        await PollAsync(run, 0, 10);
        await run.PollAsync(null, after: 61);
        Assert.Equal(RecordingDeletion.Deleted, await run.Recordings.DeleteAsync(1, CancellationToken.None));
        return run;
    }

    private static async Task<LiveRun> PlayAsync(params IInterceptor[] interceptors)
    {
        var run = await LiveRun.StartAsync(interceptors: interceptors);
        await PollAsync(run, 0, End);
        return run;
    }

    private static async Task PollAsync(LiveRun run, int from, int to)
    {
        for (var second = from; second <= to; second++)
        {
            await run.PollAsync(Response(second));
        }
    }

    private static string Response(int second) => Polls.Response(second, response =>
    {
        response.Players()[second % 10]!["level"] = second;
        if (second >= End)
        {
            response.Events().Add((JsonNode)Polls.Event(1, "GameEnd", End, ("Result", "Win")));
        }
    });

    private static async Task AssertWholeAsync(LiveRun run, int last)
    {
        Assert.Equal(Enumerable.Range(0, last + 1), (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Select(moment => moment.Sequence));
        for (var second = 0; second <= last; second++)
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(second)), JsonNode.Parse(await run.ReplayAsync(1, second))), $"poll {second}");
        }
    }

    private static async Task AssertGoneAsync(LiveRun run)
    {
        Assert.Empty((await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable);
        Assert.Equal(0, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
        Assert.Equal(0, await run.QueryAsync(db => db.SnapshotSegments.CountAsync()));
        Assert.False((await run.Games.FindAsync(1, CancellationToken.None))!.Game.IsLive);
    }
}
