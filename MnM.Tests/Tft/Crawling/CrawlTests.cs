using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Crawling;

/// <summary>A whole crawl: ladder, lists, matches, and the next cycle.</summary>
public sealed class CrawlTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly LadderWorld _world;

    public CrawlTests() => _world = new LadderWorld(_clock.GetUtcNow());

    [Fact]
    public async Task A_match_in_eight_lists_is_asked_for_once()
    {
        var people = _world.RankMany(10);
        _world.Play(15, people[..8]);
        _world.Play(15, people[2..]);
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();

        Assert.Equal(_world.Games.Select(game => game.Id), await run.StoredAsync());
        Assert.Equal(_world.Games.Select(game => game.Id), run.AskedMatches.Order());
        Assert.Equal(CrawlerState.Resting, (await run.ViewAsync()).State);
    }

    [Fact]
    public async Task In_the_first_cycle_every_list_is_read_to_its_end_though_others_brought_its_matches()
    {
        var people = _world.RankMany(9);

        // The ninth has the newest twenty together with the others, and older ones alone.
        _world.Play(30, people[8]);
        _world.Play(20, people);
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal(50, (await run.StoredAsync()).Count);
    }

    [Fact]
    public async Task Later_a_page_of_what_was_here_before_ends_a_list_and_one_with_anything_new_leads_to_the_next()
    {
        var people = _world.RankMany(1);
        _world.Play(50, people);
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal(3, run.AskedPages);

        await run.NextCycleAsync();
        Assert.Equal(4, run.AskedPages);

        _world.Play(1, people);
        await run.NextCycleAsync();
        Assert.Equal(6, run.AskedPages);
        Assert.Equal(51, run.AskedMatches.Count);
        Assert.Equal(51, (await run.StoredAsync()).Count);
    }

    [Fact]
    public async Task The_next_cycle_begins_when_all_is_done_and_the_time_has_passed()
    {
        _world.RankMany(1);
        await using var run = await StartAsync();
        run.Options.CooldownMinutes = 30;
        await run.BeginAsync();
        await run.FinishAsync();
        var view = await run.ViewAsync();
        Assert.Equal((CrawlerState.Resting, 30), (view.State, Math.Round((view.NextCycleAt!.Value - _clock.GetUtcNow()).TotalMinutes)));

        _clock.Advance(29 * 60);
        await run.TickAsync();
        Assert.Equal(0, await run.WorkAsync());
        _clock.Advance(61);
        await run.TickAsync();
        Assert.Equal((CrawlerState.Crawling, 1), ((await run.ViewAsync()).State, (await run.ViewAsync()).Ladders));
    }

    [Fact]
    public async Task A_private_match_a_missing_one_a_damaged_one_and_another_one_stop_nothing_and_are_not_asked_for_in_every_cycle()
    {
        var games = _world.Play(8, _world.RankMany(8));
        games[0].Refusal = HttpStatusCode.Forbidden;
        games[1].Refusal = HttpStatusCode.NotFound;
        games[2].Body = "{\"info\":";
        games[3].Body = LadderWorld.Write("EUW1_1", games[3].EndedAt, games[3].People);
        games[4].Body = "{}";
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();

        Assert.Equal(games.Skip(5).Select(game => game.Id), await run.StoredAsync());
        Assert.Equal(
            [WorkState.Private, WorkState.NotFound, WorkState.Failed, WorkState.Failed, WorkState.Failed],
            (await run.AbsencesAsync()).Select(absence => absence.State));
        Assert.All(await run.AbsencesAsync(), absence => Assert.EndsWith(".", absence.Reason, StringComparison.Ordinal));
        Assert.Equal(5, (await run.ViewAsync()).Failures.Sum(failure => failure.Count));
        Assert.Equal([games[3].Id, games[4].Id], (await run.ViewAsync()).Drift.Select(drift => drift.MatchId).Order());
        Assert.Contains(run.LogLines, line => line.Contains(games[0].Id, StringComparison.Ordinal));
        Assert.Contains(run.LogLines, line => line.Contains(games[4].Id, StringComparison.Ordinal));

        var asked = run.AskedMatches.Count;
        await run.NextCycleAsync();
        Assert.Equal(asked, run.AskedMatches.Count);
    }

    [Fact]
    public async Task What_failed_is_tried_again_when_somebody_wants_that_and_nothing_else_is()
    {
        var games = _world.Play(3, _world.RankMany(8));
        games[0].Refusal = HttpStatusCode.Forbidden;
        games[1].Body = "{}";
        _world.Instead = path => path.Contains("/P5-", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, "no list") : null;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal([games[2].Id], await run.StoredAsync());

        games[1].Body = null;
        _world.Instead = null;
        var pages = run.AskedPages;
        Assert.Equal(2, await run.Desk.RetryAsync(CancellationToken.None));
        while (await run.WorkAsync() > 0)
        {
        }

        Assert.Equal([games[1].Id, games[2].Id], await run.StoredAsync());
        Assert.Equal(pages + 1, run.AskedPages);
        Assert.Equal(1, run.AskedMatches.Count(id => id == games[0].Id));
        Assert.Equal(0, await run.Desk.RetryAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_compressed_answer_that_ends_half_way_is_asked_for_again()
    {
        var game = _world.Play(1, _world.RankMany(8))[0];
        var cut = 1;
        _world.Instead = path => path.EndsWith(game.Id, StringComparison.Ordinal) && cut-- > 0 ? LadderWorld.HalfOf(LadderWorld.Write(game.Id, game.EndedAt, game.People)) : null;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal([game.Id], await run.StoredAsync());
        Assert.Equal(2, run.AskedMatches.Count);
    }

    [Fact]
    public async Task Lists_and_ladders_may_tell_something_twice_and_what_is_no_id()
    {
        var people = _world.RankMany(8);
        _world.Rank("master", [("P0", 500), ("P0", 500), ("P1", 400)]);
        var game = _world.Play(1, people)[0];
        _world.Instead = path => path.Contains("/ids?", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, $"""["{game.Id}","{game.Id}","","EUW1_","../x",null]""") : null;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal([game.Id], await run.StoredAsync());
        Assert.Equal((2, 1), (run.AskedPages, run.AskedMatches.Count));
    }

    [Fact]
    public async Task Who_stands_on_two_ladders_is_listed_once_in_a_cycle()
    {
        _world.RankMany(3);
        _world.Rank("RANKED_TFT_DOUBLE_UP master", ("P1", 100));
        await using var run = await StartAsync();
        await run.BeginAsync(CrawlRun.Plan with { Queues = [CrawlerPlan.Ranked, CrawlerPlan.DoubleUp] });
        await run.FinishAsync();
        Assert.Equal(3, run.AskedPages);
        await run.NextCycleAsync();
        Assert.Equal(6, run.AskedPages);
    }

    [Fact]
    public async Task Ladders_that_are_chosen_later_come_into_the_running_cycle_and_platforms_that_are_dropped_do_not_hold_it_up()
    {
        _world.RankMany(2);
        _world.Rank("challenger", ("C", 900));
        await using var run = await StartAsync();
        await run.BeginAsync(CrawlRun.Plan with { Platforms = ["euw1", "kr"] });
        await run.BeginAsync(CrawlRun.Plan with { Tiers = [TftTier.Master, TftTier.Challenger] });
        await run.FinishAsync();

        Assert.Equal(
            [("euw1/RANKED_TFT/Challenger", WorkState.Done), ("euw1/RANKED_TFT/Master", WorkState.Done), ("kr/RANKED_TFT/Master", WorkState.Open)],
            (await run.ItemsAsync(CrawlWork.Ladder)).Select(item => (item.Key, item.State)).Order());
        Assert.Equal(3, run.AskedPages);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_crawled_is_refused_with_the_reason()
    {
        await using var run = await StartAsync();
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => run.BeginAsync(CrawlRun.Plan with { Platforms = ["euw1", "atlantis"] }));
        Assert.StartsWith("The crawler's platforms cannot be used: \"atlantis\" is none of Riot's platforms: br1", fault.Message, StringComparison.Ordinal);
        Assert.NotNull((CrawlRun.Plan with { Queues = ["RANKED_SOLO_5x5"] }).FindFault());
        Assert.NotNull((CrawlRun.Plan with { Tiers = [] }).FindFault());
        Assert.Equal(CrawlerState.Off, (await run.ViewAsync()).State);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CrawlRun> StartAsync() => CrawlRun.StartAsync(_folder, _world, _clock);
}
