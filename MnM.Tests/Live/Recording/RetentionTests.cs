using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;

namespace MnM.Tests.Live.Recording;

public sealed class RetentionTests
{
    [Fact]
    public async Task Old_recordings_go_and_starred_ones_stay()
    {
        await using var run = await RecordAsync();
        Assert.True(await run.Recordings.StarAsync(1, starred: true, CancellationToken.None));
        Assert.Equal(0, await run.Recordings.DeleteOlderAsync(run.Clock.GetUtcNow().AddDays(1), CancellationToken.None));
        Assert.True(await run.Recordings.StarAsync(1, starred: false, CancellationToken.None));
        Assert.Equal(0, await run.Recordings.DeleteOlderAsync(run.Clock.GetUtcNow().AddDays(-1), CancellationToken.None));
        Assert.Equal(1, await run.Recordings.DeleteOlderAsync(run.Clock.GetUtcNow().AddDays(1), CancellationToken.None));
        Assert.Empty((await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable);
        Assert.NotNull(await run.Games.FindAsync(1, CancellationToken.None));
        Assert.NotEmpty(await run.Games.TimelineAsync(1, CancellationToken.None));
    }

    [Fact]
    public async Task A_star_given_in_mid_game_outlives_the_next_poll_and_a_running_game_is_not_deleted()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(1));
        await run.Recordings.StarAsync(1, starred: true, CancellationToken.None);
        await run.PollAsync(Polls.Response(2));
        Assert.True(await run.QueryAsync(db => db.Games.Select(game => game.IsStarred).SingleAsync()));
        Assert.Equal(RecordingDeletion.Running, await run.Recordings.DeleteAsync(1, CancellationToken.None));
        Assert.Equal(RecordingDeletion.NoGame, await run.Recordings.DeleteAsync(2, CancellationToken.None));
        Assert.False(await run.Recordings.StarAsync(2, starred: true, CancellationToken.None));
    }

    [Fact]
    public async Task A_starred_recording_is_not_deleted_by_hand_either()
    {
        await using var run = await RecordAsync();
        await run.Recordings.StarAsync(1, starred: true, CancellationToken.None);
        Assert.Equal(RecordingDeletion.Starred, await run.Recordings.DeleteAsync(1, CancellationToken.None));
        Assert.Equal(2, (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Count);

        await run.Recordings.StarAsync(1, starred: false, CancellationToken.None);
        Assert.Equal(RecordingDeletion.Deleted, await run.Recordings.DeleteAsync(1, CancellationToken.None));
    }

    [Fact]
    public async Task A_star_that_is_given_while_old_recordings_are_deleted_keeps_its_own()
    {
        var hook = new BeforeTransaction();
        await using var run = await RecordAsync(hook);
        hook.Do = () => run.Recordings.StarAsync(1, starred: true, CancellationToken.None);
        Assert.Equal(0, await run.Recordings.DeleteOlderAsync(run.Clock.GetUtcNow().AddDays(1), CancellationToken.None));
        Assert.Equal(2, (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Count);
    }

    private static async Task<LiveRun> RecordAsync(params IInterceptor[] interceptors)
    {
        var run = await LiveRun.StartAsync(interceptors: interceptors);
        await run.PollAsync(Polls.Response(1));
        await run.PollAsync(Polls.Response(2, response => response.Events().Add((System.Text.Json.Nodes.JsonNode)Polls.Event(1, "GameEnd", 2, ("Result", "Win")))));
        await run.Folder.FoldAsync(1, CancellationToken.None);
        return run;
    }
}
