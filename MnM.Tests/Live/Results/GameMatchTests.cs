using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Backplane;
using MnM.Collector.Live;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Matches;
using MnM.Tests.Riot;
using MnM.Web.Games;

namespace MnM.Tests.Live.Results;

/// <summary>A game that is over gets its match and its timeline, or the reason why there is none.</summary>
public sealed class GameMatchTests
{
    private const string Match = MatchRunner.WorkKind;
    private const string Timeline = TimelineRunner.WorkKind;

    [Fact]
    public async Task A_game_that_is_over_gets_its_match_and_then_its_timeline()
    {
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        await run.PlayAsync();
        Assert.Equal(MatchStage.Waiting, (await run.OutcomeAsync()).MatchProgress.Stage);
        await run.OrderAsync();
        Assert.True(await run.WorkAsync(Match));

        var half = await run.OutcomeAsync();
        Assert.Equal((MatchStage.Here, MatchStage.Waiting, 10), (half.MatchProgress.Stage, half.TimelineProgress.Stage, half.Match!.Participants.Length));
        Assert.True(await run.WorkAsync(Timeline));

        var whole = await run.OutcomeAsync();
        Assert.Equal((MatchStage.Here, 10, 10), (whole.TimelineProgress.Stage, whole.AtTen.Count, whole.AtFifteen.Count));
        Assert.False(whole.IsWaiting);

        await run.OrderAsync();
        Assert.False(await run.WorkAsync(Match));
    }

    [Fact]
    public async Task A_match_that_comes_late_is_asked_for_until_it_is_there()
    {
        var questions = 0;
        await using var run = await ResultRun.StartAsync(path => ++questions < 3 ? StubRiot.Answer(HttpStatusCode.NotFound) : ResultRun.Whole(path));
        await run.PlayAsync();
        await run.OrderAsync();
        await run.WorkAsync(Match);

        var waiting = (await run.OutcomeAsync()).MatchProgress;
        Assert.Equal((MatchStage.Waiting, 1, "Riot does not have it yet."), (waiting.Stage, waiting.Tries, waiting.Reason));
        Assert.InRange((waiting.At!.Value - run.Live.Clock.GetUtcNow()).TotalSeconds, 1, 4);
        Assert.False(await run.WorkAsync(Match));

        run.Live.Clock.Advance(4);
        await run.WorkAsync(Match);
        run.Live.Clock.Advance(8);
        await run.WorkAsync(Match);
        Assert.Equal((MatchStage.Here, 3), ((await run.OutcomeAsync()).MatchProgress.Stage, (await run.OutcomeAsync()).MatchProgress.Tries));
    }

    [Fact]
    public async Task After_two_hours_nobody_waits_any_more()
    {
        await using var run = await ResultRun.StartAsync(_ => StubRiot.Answer(HttpStatusCode.NotFound));
        await run.PlayAsync();
        await run.OrderAsync();
        var over = (await run.GameAsync()).EndedAt!.Value;
        while ((await run.OutcomeAsync()).MatchProgress is { Stage: MatchStage.Waiting } waiting)
        {
            run.Live.Clock.Advance(Math.Max(0, (waiting.At!.Value - run.Live.Clock.GetUtcNow()).TotalSeconds) + 0.01);
            Assert.True(await run.WorkAsync(Match));
        }

        var absent = (await run.OutcomeAsync()).MatchProgress;
        Assert.Equal((MatchStage.Absent, AbsenceReasons.NeverCame), (absent.Stage, absent.Reason));
        Assert.InRange(absent.At!.Value - over, TimeSpan.FromHours(2), TimeSpan.FromMinutes(121));
        Assert.InRange(absent.Tries, 10, 40);
        await run.OrderAsync();
        Assert.False(await run.WorkAsync(Match));
    }

    [Fact]
    public async Task Without_a_key_that_Riot_takes_no_try_is_counted_and_the_page_says_why()
    {
        var isBad = true;
        await using var run = await ResultRun.StartAsync(path => isBad ? StubRiot.Answer(HttpStatusCode.Forbidden) : ResultRun.Whole(path));
        await run.PlayAsync();
        await run.OrderAsync();
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.True(await run.WorkAsync(Match));
            run.Live.Clock.Advance(61);
        }

        var waiting = (await run.OutcomeAsync()).MatchProgress;
        Assert.Equal((MatchStage.Waiting, 0), (waiting.Stage, waiting.Tries));
        Assert.Contains("refuses the key", OutcomeWords.Missing(waiting, run.Live.Clock), StringComparison.Ordinal);

        isBad = false;
        run.Get<RiotKeys>().Set(RiotProduct.League, "RGAPI-another");
        Assert.True(await run.WorkAsync(Match));
        Assert.Equal((MatchStage.Here, 1, null), Told((await run.OutcomeAsync()).MatchProgress));
    }

    [Fact]
    public async Task While_Riots_servers_do_not_answer_no_try_is_counted()
    {
        var isAway = true;
        await using var run = await ResultRun.StartAsync(path => isAway ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : ResultRun.Whole(path));
        await run.PlayAsync();
        await run.OrderAsync();
        for (var minute = 0; minute < 50; minute++)
        {
            Assert.True(await run.WorkAsync(Match));
            run.Live.Clock.Advance(61);
        }

        isAway = false;
        Assert.True(await run.WorkAsync(Match));
        Assert.Equal((MatchStage.Here, 1, null), Told((await run.OutcomeAsync()).MatchProgress));
    }

    [Fact]
    public async Task An_answer_that_can_never_be_read_is_given_up_and_told_until_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var run = await ResultRun.StartAsync(_ => StubRiot.Answer(HttpStatusCode.OK, """{"info":{}}"""), folder, clock))
        {
            await run.PlayAsync();
            await run.OrderAsync();
            var tries = 0;
            while (await run.WorkAsync(Match))
            {
                Assert.True(++tries <= 200, "It is asked for ever.");
                clock.Advance(16 * 60);
            }

            // The ended item is filed after a minute; what is told stays.
            using var upkeep = new WorkUpkeep(run.Get<IDbContextFactory<MnmDbContext>>(), clock, NullLogger<WorkUpkeep>.Instance);
            await upkeep.TickAsync(CancellationToken.None);
            var absent = (await run.OutcomeAsync()).MatchProgress;
            Assert.Equal((MatchStage.Absent, tries), (absent.Stage, absent.Tries));
            Assert.Equal("Riot's answer holds no match that MnM can read. MnM asks again when it is started the next time.", absent.Reason);
            await run.OrderAsync();
            Assert.False(await run.WorkAsync(Match));
        }

        await using var next = await ResultRun.StartAsync(ResultRun.Whole, folder, clock);
        await next.OrderAsync();
        Assert.True(await next.WorkAsync(Match));
        Assert.Equal(MatchStage.Here, (await next.OutcomeAsync()).MatchProgress.Stage);
    }

    [Fact]
    public async Task Nobody_waits_for_the_match_of_a_game_of_Brawl()
    {
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        await run.PlayAsync(queue: 2300);
        await run.OrderAsync();

        var none = (await run.OutcomeAsync()).MatchProgress;
        Assert.Equal(MatchStage.None, none.Stage);
        Assert.Contains("Brawl", none.Reason, StringComparison.Ordinal);
        Assert.Empty(run.Asked);
    }

    [Fact]
    public async Task Nobody_asks_for_the_match_of_a_custom_game()
    {
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        await run.PlayAsync(queue: 0);
        await run.OrderAsync();

        Assert.False(await run.WorkAsync(Match));
        Assert.Empty(run.Asked);
        Assert.Equal((MatchStage.Absent, 0, AbsenceReasons.Custom), Told((await run.OutcomeAsync()).MatchProgress));
    }

    [Fact]
    public async Task A_match_that_Riot_does_not_show_is_private()
    {
        await using var run = await ResultRun.StartAsync(path =>
            StubRiot.Answer(path.Contains("/match/", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.OK));
        await run.PlayAsync(queue: 480);
        await run.OrderAsync();
        await run.WorkAsync(Match);

        Assert.Equal((MatchStage.Absent, 1, AbsenceReasons.Private), Told((await run.OutcomeAsync()).MatchProgress));
        Assert.False(await run.WorkAsync(Timeline));
    }

    [Fact]
    public async Task A_match_that_was_called_off_is_kept_and_has_no_timeline()
    {
        await using var run = await ResultRun.StartAsync(_ => StubRiot.Answer(HttpStatusCode.OK, """{"info":{"endOfGameResult":"Abort_Unexpected","participants":[]}}"""));
        await run.PlayAsync();
        await run.OrderAsync();
        await run.WorkAsync(Match);

        Assert.Equal((MatchStage.Here, 1, "Riot called the match off: Abort_Unexpected."), Told((await run.OutcomeAsync()).MatchProgress));
        Assert.False(await run.WorkAsync(Timeline));
    }

    [Fact]
    public async Task A_game_whose_match_was_not_ordered_when_MnM_stopped_gets_it_after_the_start()
    {
        using var folder = new TemporaryFolder();
        var clock = new SimulatorClock();
        await using (var before = await ResultRun.StartAsync(ResultRun.Whole, folder, clock))
        {
            await before.PlayAsync();
        }

        await using var run = await ResultRun.StartAsync(ResultRun.Whole, folder, clock);
        await run.OrderAsync();
        Assert.True(await run.WorkAsync(Match));
        Assert.Equal(MatchStage.Here, (await run.OutcomeAsync()).MatchProgress.Stage);
    }

    [Fact]
    public async Task A_match_that_others_fetched_before_its_game_was_told_is_joined_all_the_same()
    {
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        await run.PlayAsync();
        var fetched = run.Get<MatchFetcher>().EnsureAsync(ResultRun.MatchId, Lane.Requested, CancellationToken.None);
        while (!fetched.IsCompleted)
        {
            run.Live.Clock.Advance(0.002);
            await Task.Yield();
        }

        Assert.IsType<MatchAnswer.Stored>(await fetched);
        await run.OrderAsync();
        Assert.False(await run.WorkAsync(Match));
        Assert.True(await run.WorkAsync(Timeline));

        Assert.Equal(MatchStage.Here, (await run.OutcomeAsync()).TimelineProgress.Stage);
        await run.OrderAsync();
        Assert.False(await run.WorkAsync(Timeline));
    }

    [Fact]
    public async Task A_match_is_ordered_as_soon_as_somebody_tells_the_platform()
    {
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        await run.PlayAsync(platform: null);
        await run.OrderAsync();
        Assert.Contains("RIOT_PLATFORM", (await run.OutcomeAsync()).MatchProgress.Reason, StringComparison.Ordinal);

        ResultRun.Tell(run.Live, "EndOfGame", 420, "euw1");
        await run.OrderAsync();
        Assert.True(await run.WorkAsync(Match));
        Assert.Equal(ResultRun.MatchId, (await run.GameAsync()).RiotMatchId);
    }

    [Fact]
    public async Task A_spectated_game_learns_from_its_match_who_won()
    {
        var json = MatchJson.Written();
        await using var run = await ResultRun.StartAsync(ResultRun.Whole);
        ResultRun.Tell(run.Live, "InProgress", 420, "euw1");
        await run.Live.PollAsync(Polls.Response(10));
        ResultRun.Tell(run.Live, "EndOfGame", 420, "euw1");
        await run.Live.PollAsync(null);
        Assert.Null((await run.GameAsync()).WinningTeam);
        await run.OrderAsync();
        await run.WorkAsync(Match);

        var blueWon = (bool)json["info"]!["participants"]!.AsArray().First(one => (int)one!["teamId"]! == 100)!["win"]!;
        Assert.Equal(blueWon ? TeamView.Blue : TeamView.Red, (await run.GameAsync()).WinningTeam);
    }

    private static (MatchStage Stage, int Tries, string? Reason) Told(MatchProgress progress) => (progress.Stage, progress.Tries, progress.Reason);
}
