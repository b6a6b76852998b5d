using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Tests.Matches;
using MnM.Tests.Riot;

namespace MnM.Tests.Insights.Stories;

/// <summary>An insight from its order to its end.</summary>
public sealed class InsightRunnerTests
{
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public async Task A_match_that_is_asked_for_is_fetched_with_its_timeline_and_told()
    {
        await using var run = await StoryRun.StartAsync();
        Assert.IsType<InsightAnswer.NotMade>(await run.Desk.FindAsync(StoryRun.Subject, End));
        var waiting = Assert.IsType<InsightAnswer.Waiting>(await run.Desk.OrderAsync(StoryRun.Subject, anew: false, End));
        Assert.Equal((InsightStage.Queued, null), (waiting.Progress.Stage, waiting.Last));
        Assert.True(await run.WorkAsync());

        var insight = Assert.IsType<InsightAnswer.Ready>(await run.Desk.FindAsync(StoryRun.Subject, End)).Insight;
        var match = MatchJson.Written()["info"]!["participants"]![2]!;
        Assert.Equal(((string)match["championName"]!, (bool)match["win"]!), (insight.Report.Matches[0].Champion, insight.Report.Matches[0].Won));
        Assert.Equal((int)match["kills"]!, insight.Report.Gaps.Single(gap => gap.Figure == InsightFigure.Kills).Own);
        Assert.Equal((int)match["deaths"]!, insight.Report.Actions.Count(action => action.Kind == ActionKind.Death));
        Assert.Equal((int)match["kills"]!, insight.Report.Actions.Count(action => action.Kind == ActionKind.Kill));
        Assert.Equal((int)match["assists"]!, insight.Report.Actions.Count(action => action.Kind == ActionKind.Assist));
        Assert.NotEmpty(insight.Words.Sentences);
        Assert.Null(insight.Report.Model);
        Assert.Contains("of the 200 timelines", insight.Report.Silence, StringComparison.Ordinal);
        Assert.False(insight.IsOld);
    }

    [Fact]
    public async Task What_is_there_and_new_is_not_made_again_unless_somebody_wants_that()
    {
        await using var run = await StoryRun.StartAsync();
        await run.MakeAsync(StoryRun.Subject);
        Assert.IsType<InsightAnswer.Ready>(await run.Desk.OrderAsync(StoryRun.Subject, anew: false, End));
        Assert.False(await run.WorkAsync());
        var again = Assert.IsType<InsightAnswer.Waiting>(await run.Desk.OrderAsync(StoryRun.Subject, anew: true, End));
        Assert.NotNull(again.Last);
        Assert.True(await run.WorkAsync());
    }

    [Fact]
    public async Task Two_orders_are_one_work()
    {
        await using var run = await StoryRun.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => run.Desk.OrderAsync(StoryRun.Subject, anew: false, End)));
        Assert.True(await run.WorkAsync());
        Assert.False(await run.WorkAsync());
    }

    [Fact]
    public async Task Without_a_timeline_the_match_is_told_from_its_result_and_old_once_the_timeline_comes()
    {
        await using var run = await StoryRun.StartAsync(path => path.EndsWith("/timeline", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound)
            : StubRiot.Answer(HttpStatusCode.OK, MatchJson.Written().ToJsonString()));
        var insight = Assert.IsType<InsightAnswer.Ready>(await run.MakeAsync(StoryRun.Subject)).Insight;
        Assert.Empty(insight.Report.Actions);
        Assert.Contains("timeline", insight.Report.Silence, StringComparison.Ordinal);
        Assert.NotEmpty(insight.Words.Sentences);

        await run.StoreAsync(StoryRun.MatchId, MatchJson.Written(), MatchJson.WrittenTimeline());
        Assert.True(Assert.IsType<InsightAnswer.Ready>(await run.Desk.FindAsync(StoryRun.Subject, End)).Insight.IsOld);
        insight = Assert.IsType<InsightAnswer.Ready>(await run.MakeAsync(StoryRun.Subject)).Insight;
        Assert.False(insight.IsOld);
        Assert.NotEmpty(insight.Report.Actions);
    }

    [Fact]
    public async Task While_Riot_does_not_answer_a_match_that_is_not_stored_waits_and_says_why()
    {
        var isDown = true;
        await using var run = await StoryRun.StartAsync(path => isDown ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : Live.Results.ResultRun.Whole(path));
        var waiting = Assert.IsType<InsightAnswer.Waiting>(await run.MakeAsync(StoryRun.Subject));
        Assert.NotEmpty(waiting.Progress.Detail);
        isDown = false;
        run.Game.Live.Clock.Advance(TimeSpan.FromMinutes(3).TotalSeconds);
        Assert.True(await run.WorkAsync());
        Assert.IsType<InsightAnswer.Ready>(await run.Desk.FindAsync(StoryRun.Subject, End));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "Riot does not have this match.")]
    [InlineData(HttpStatusCode.Forbidden, "Riot shows matches of this queue to their players alone.")]
    public async Task A_match_that_Riot_does_not_give_ends_with_the_reason(HttpStatusCode status, string reason)
    {
        await using var run = await StoryRun.StartAsync(path => StubRiot.Answer(path.Contains("/status/", StringComparison.Ordinal) ? HttpStatusCode.OK : status));
        Assert.Equal(new InsightAnswer.Failed(reason, null), await run.MakeAsync(StoryRun.Subject));
    }

    [Fact]
    public async Task A_try_that_fails_keeps_the_last_good_one()
    {
        await using var run = await StoryRun.StartAsync();
        await run.MakeAsync(StoryRun.Subject);
        await using (var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await InsightStore.StoreFaultAsync(db, StoryRun.Subject, "Something broke.", DateTimeOffset.UnixEpoch, End);
            await transaction.CommitAsync();
        }

        var failed = Assert.IsType<InsightAnswer.Failed>(await run.Desk.FindAsync(StoryRun.Subject, End));
        Assert.Equal("Something broke.", failed.Reason);
        Assert.NotEmpty(failed.Last!.Words.Sentences);
        Assert.IsType<InsightAnswer.Ready>(await run.MakeAsync(StoryRun.Subject));
    }

    [Fact]
    public async Task What_fails_again_and_again_ends_with_a_reason()
    {
        await using var run = await StoryRun.StartAsync();
        await using (var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"DROP TABLE match_embeddings");
        }

        await run.Desk.OrderAsync(StoryRun.Subject, anew: false, End);
        Assert.True(await run.WorkAsync(attempt: 3));
        Assert.Contains("by a fault of MnM", Assert.IsType<InsightAnswer.Failed>(await run.Desk.FindAsync(StoryRun.Subject, End)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ARAM", 12, 450, "ARAM")]
    [InlineData("CHERRY", 30, 1700, "Arena")]
    [InlineData("CLASSIC", 11, 850, "computer")]
    [InlineData("CLASSIC", 11, 0, "Custom")]
    public async Task What_is_not_explained_is_told_at_once_and_no_work_begins(string mode, int map, int queue, string word)
    {
        await using var run = await StoryRun.StartAsync();
        var match = MatchJson.Written();
        (match["info"]!["gameMode"], match["info"]!["mapId"], match["info"]!["queueId"]) = (mode, map, queue);
        await run.StoreAsync(StoryRun.MatchId, match, null);
        Assert.Contains(word, Assert.IsType<InsightAnswer.NotSupported>(await run.Desk.OrderAsync(StoryRun.Subject, anew: true, End)).Reason, StringComparison.Ordinal);
        Assert.False(await run.WorkAsync());
    }

    [Fact]
    public async Task Nobody_with_that_number_is_not_explained()
    {
        await using var run = await StoryRun.StartAsync();
        await run.StoreAsync(StoryRun.MatchId, MatchJson.Written(), null);
        Assert.IsType<InsightAnswer.NotSupported>(await run.Desk.FindAsync(new InsightSubject.OfMatch(StoryRun.MatchId, 11), End));
    }

    [Fact]
    public async Task A_restart_goes_on_with_what_was_ordered()
    {
        using var folder = new TemporaryFolder();
        await using (var run = await StoryRun.StartAsync(folder: folder))
        {
            await run.Desk.OrderAsync(StoryRun.Subject, anew: false, End);
        }

        await using var again = await StoryRun.StartAsync(folder: folder);
        Assert.IsType<InsightAnswer.Waiting>(await again.Desk.FindAsync(StoryRun.Subject, End));
        Assert.True(await again.WorkAsync());
        Assert.IsType<InsightAnswer.Ready>(await again.Desk.FindAsync(StoryRun.Subject, End));
    }

    [Fact]
    public async Task Nothing_is_under_way_any_more_once_the_runner_is_done_with_it()
    {
        await using var run = await StoryRun.StartAsync();
        var (feed, runner) = (run.Get<Feed<InsightsUnderWay>>(), run.Get<InsightRunner>());
        await run.StoreAsync(StoryRun.MatchId, MatchJson.Written(), MatchJson.WrittenTimeline());
        await run.Desk.OrderAsync(StoryRun.Subject, anew: false, End);
        var stages = new List<InsightStage>();
        await runner.StartAsync(End);
        await foreach (var all in feed.WatchAsync(End))
        {
            if (all.ByKey.TryGetValue(StoryRun.Subject.Key, out var progress))
            {
                stages.Add(progress.Stage);
            }
            else if (stages.Count > 0 || await run.Desk.FindAsync(StoryRun.Subject, End) is InsightAnswer.Ready)
            {
                break;
            }
        }

        Assert.IsType<InsightAnswer.Ready>(await run.Desk.FindAsync(StoryRun.Subject, End));
        await runner.StopAsync(End);
    }
}
