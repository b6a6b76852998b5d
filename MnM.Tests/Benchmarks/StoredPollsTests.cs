using Microsoft.EntityFrameworkCore;
using MnM.Benchmarks.Scenarios.Live;
using MnM.Collector.Live.Recording;
using MnM.Tests.Hosting;
using MnM.Tests.Live;

namespace MnM.Tests.Benchmarks;

public sealed class StoredPollsTests
{
    [Fact]
    public async Task Polls_are_counted_without_touching_the_database()
    {
        using var folder = new TemporaryFolder();
        await using var run = await RecordAsync(folder);
        Assert.Equal(new StoredPolls(4, 4), await StoredPolls.ReadAsync(folder.Path, CancellationToken.None));
        Assert.Equal(0, (await StoredPolls.ReadAsync(folder.Path, CancellationToken.None)).Holes);
    }

    [Fact]
    public async Task A_poll_that_is_missing_between_others_is_a_hole()
    {
        using var folder = new TemporaryFolder();
        await using var run = await RecordAsync(folder);
        await run.QueryAsync(db => db.Set<GameSnapshot>().Where(poll => poll.Sequence == 2).ExecuteDeleteAsync());
        Assert.Equal(1, (await StoredPolls.ReadAsync(folder.Path, CancellationToken.None)).Holes);
    }

    [Fact]
    public async Task A_second_game_is_a_fault()
    {
        using var folder = new TemporaryFolder();
        await using var run = await RecordAsync(folder);
        await run.PollAsync(Polls.Response(1, players: 8), after: 20);
        await Assert.ThrowsAsync<InvalidOperationException>(() => StoredPolls.ReadAsync(folder.Path, CancellationToken.None));
    }

    private static async Task<LiveRun> RecordAsync(TemporaryFolder folder)
    {
        var run = await LiveRun.StartAsync(folder);
        for (var poll = 0; poll < 4; poll++)
        {
            await run.PollAsync(Polls.Response(100 + poll));
        }

        return run;
    }
}
