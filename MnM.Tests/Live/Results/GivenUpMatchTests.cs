using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Backplane;
using MnM.Collector.Live.Results;
using MnM.Collector.Storage;

namespace MnM.Tests.Live.Results;

public sealed class GivenUpMatchTests
{
    [Fact]
    public async Task A_match_that_was_begun_too_often_is_given_up_with_its_reason()
    {
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        await run.PlayAsync();
        await run.OrderAsync();
        var queue = run.Get<WorkQueue>();
        for (var kill = 0; kill < 40; kill++)
        {
            Assert.Single(await queue.ClaimAsync(MatchRunner.WorkKind, "killed", 1, TimeSpan.FromMinutes(2), CancellationToken.None));
            run.Live.Clock.Advance(121);
        }

        var runner = run.Get<MatchRunner>();
        await runner.StartAsync(CancellationToken.None);
        var since = Stopwatch.GetTimestamp();
        while ((await run.Get<WorkQueries>().FindAsync(MatchRunner.WorkKind, ResultRun.MatchId, CancellationToken.None))?.State == WorkState.Open)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "It is not given up.");
            await Task.Yield();
        }

        await runner.StopAsync(CancellationToken.None);

        // The ended item is filed after a minute; what is told stays.
        run.Live.Clock.Advance(61);
        using var upkeep = new WorkUpkeep(run.Get<IDbContextFactory<MnmDbContext>>(), run.Live.Clock, NullLogger<WorkUpkeep>.Instance);
        await upkeep.TickAsync(CancellationToken.None);
        var told = (await run.OutcomeAsync()).MatchProgress;
        Assert.Equal((MatchStage.Absent, 41, "Begun 40 times without an end. MnM asks again when it is started the next time."), (told.Stage, told.Tries, told.Reason));
        Assert.Empty(run.Asked);
    }
}
