using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Storage;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Crawling;

/// <summary>However the plan changes and whatever fails on the way, each match of a list comes in the end.</summary>
public sealed class CrawlChangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly LadderWorld _world;

    public CrawlChangeTests() => _world = new LadderWorld(_clock.GetUtcNow());

    private static CrawlerPlan Both => CrawlRun.Plan with { Platforms = ["euw1", "kr"] };

    private static CrawlerPlan Korea => CrawlRun.Plan with { Platforms = ["kr"] };

    [Fact]
    public async Task A_platform_that_is_dropped_and_chosen_again_loses_no_match()
    {
        _world.Play(90, _world.RankMany(1));
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.ListAsync();
        await run.WorkAsync(most: 20);

        // The newest page of matches is here when the platform goes, and when it comes back.
        await run.BeginAsync(Korea);
        Assert.Equal((0, CrawlerState.Crawling), ((await run.ViewAsync()).Matches, (await run.ViewAsync()).State));
        await run.FinishAsync();
        Assert.InRange((await run.StoredAsync()).Count, 1, 89);
        Assert.Equal(CrawlerState.Resting, (await run.ViewAsync()).State);

        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal(_world.Games.Select(game => game.Id), await run.StoredAsync());
        Assert.Equal(90, run.AskedMatches.Count);
    }

    [Fact]
    public async Task A_list_that_fails_at_a_deep_page_is_read_on_in_the_next_cycle()
    {
        _world.Play(90, _world.RankMany(1));
        _world.Instead = path => path.Contains("start=40", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, "no list") : null;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal(40, (await run.StoredAsync()).Count);

        _world.Instead = null;
        await run.NextCycleAsync();
        Assert.Equal(90, (await run.StoredAsync()).Count);
        Assert.Equal(90, run.AskedMatches.Count);

        var pages = run.AskedPages;
        await run.NextCycleAsync();
        Assert.Equal(pages + 1, run.AskedPages);
    }

    [Fact]
    public async Task A_later_reading_that_is_broken_off_does_not_hide_what_is_older()
    {
        var people = _world.RankMany(1);
        _world.Play(30, people);
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();

        Play(run, 60, people);
        _world.Instead = path => path.Contains("start=20", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, "no list") : null;
        await run.NextCycleAsync();
        Assert.Equal(50, (await run.StoredAsync()).Count);
        _world.Instead = null;
        await run.NextCycleAsync();
        Assert.Equal(90, (await run.StoredAsync()).Count);
    }

    [Fact]
    public async Task What_others_brought_after_a_list_was_read_is_no_sign_that_the_rest_of_it_is_here()
    {
        _world.Rank("master", ("P0", 100));
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.WorkAsync();

        // P0 has been read; of what P0 plays now, the newest page comes by another's list in the same cycle.
        Play(run, 5, "P0");
        Play(run, 20, "P0", "P1");
        _world.Rank("challenger", ("P1", 900));
        await run.BeginAsync(CrawlRun.Plan with { Tiers = [TftTier.Master, TftTier.Challenger] });
        await run.FinishAsync();
        Assert.Equal(20, (await run.StoredAsync()).Count);
        await run.NextCycleAsync();
        Assert.Equal(25, (await run.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_ladder_of_a_tier_that_is_dropped_is_not_read_any_more_and_is_when_the_tier_is_chosen_again()
    {
        _world.RankMany(1);
        await using var run = await StartAsync();
        await run.BeginAsync(CrawlRun.Plan with { Tiers = [TftTier.Master, TftTier.Grandmaster] });
        await run.BeginAsync();
        await run.WorkAsync();
        Assert.DoesNotContain(run.Riot.Asked, address => address.Contains("/grandmaster", StringComparison.Ordinal));
        await run.BeginAsync(CrawlRun.Plan with { Tiers = [TftTier.Master, TftTier.Grandmaster] });
        await run.FinishAsync();
        Assert.Single(run.Riot.Asked, address => address.Contains("/grandmaster", StringComparison.Ordinal));
        Assert.Single(run.Riot.Asked, address => address.Contains("/master", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_cycle_reads_its_ladders_again_and_the_lists_of_newcomers()
    {
        _world.RankMany(2);
        _world.Play(40, "P0", "P1", "P2");
        await using var run = await StartAsync();
        run.Options.LadderHours = 6;
        await run.BeginAsync();
        await run.WorkAsync(most: 2);
        _world.RankMany(3);
        _clock.Advance(5.9 * 3600);
        await run.TickAsync();
        Assert.Equal(0, (await run.ViewAsync()).Ladders);
        _clock.Advance(0.2 * 3600);
        await run.TickAsync();
        await run.TickAsync();
        Assert.Equal(1, (await run.ViewAsync()).Ladders);

        await run.FinishAsync();
        Assert.Equal((2, 9), (run.Riot.Asked.Count(address => address.Contains("/league/", StringComparison.Ordinal)), run.AskedPages));
        Assert.Equal(40, (await run.StoredAsync()).Count);
        Assert.Single(await CyclesAsync(run));
    }

    [Fact]
    public async Task What_is_tried_again_comes_before_the_next_cycle_and_keeps_its_platform()
    {
        // Somebody who has moved: the match is of another platform than the one that is crawled.
        var games = _world.Play(2, _world.RankMany(1));
        games[0].Body = "{}";
        await using var run = await StartAsync();
        await run.BeginAsync(Korea);
        await run.FinishAsync();
        Assert.Equal(1, await run.Desk.RetryAsync(CancellationToken.None));
        Assert.Equal(0, await run.Desk.RetryAsync(CancellationToken.None));
        _clock.Advance(run.Options.Cooldown.TotalSeconds + 1);
        await run.TickAsync();
        Assert.Single(await CyclesAsync(run));
        Assert.Equal("kr", (await run.ItemsAsync(CrawlWork.Match))[^1].Owner);

        games[0].Body = null;
        await run.WorkAsync();
        Assert.Equal(2, (await run.StoredAsync()).Count);
        await run.TickAsync();
        Assert.Equal(2, (await CyclesAsync(run)).Count);
    }

    [Fact]
    public async Task A_match_that_was_begun_too_often_is_told_as_failed_and_can_be_tried_again()
    {
        var game = _world.Play(1, _world.RankMany(1))[0];
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.ListAsync();
        await run.KillAsync(12);
        var runner = run.Get<MatchRunner>();
        await runner.StartAsync(CancellationToken.None);
        for (var look = 0; (await run.AbsencesAsync()).Length == 0; look++)
        {
            Assert.True(look < 100_000, "Nothing comes of it.");
            await Task.Yield();
        }

        await runner.StopAsync(CancellationToken.None);
        Assert.Equal((game.Id, WorkState.Failed, 13), ((await run.AbsencesAsync())[0].MatchId, (await run.AbsencesAsync())[0].State, (await run.AbsencesAsync())[0].Tries));
        Assert.Equal(1, await run.Desk.RetryAsync(CancellationToken.None));
        await run.WorkAsync();
        Assert.Equal([game.Id], await run.StoredAsync());
    }

    [Fact]
    public async Task What_was_waited_for_or_killed_takes_no_try_from_an_answer_that_cannot_be_read()
    {
        var game = _world.Play(1, _world.RankMany(1))[0];
        game.Refusal = HttpStatusCode.NotFound;
        await using var run = await StartAsync();
        await run.BeginAsync();
        while (run.AskedMatches.Count < 3)
        {
            await NextTryAsync(run);
        }

        _clock.Advance(300);
        await run.KillAsync(4);
        (game.Refusal, game.Body) = (null, "{}");
        await NextTryAsync(run);
        await NextTryAsync(run);
        Assert.Empty(await run.AbsencesAsync());
        game.Body = null;
        await run.FinishAsync();
        Assert.Equal([game.Id], await run.StoredAsync());
    }

    [Fact]
    public async Task A_start_forgets_nothing_that_the_crawler_gave_up()
    {
        _world.Play(1, _world.RankMany(1))[0].Body = "{}";
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        await run.Get<MnM.Collector.Live.Results.GameMatchStore>().ForgetFailuresAsync(CancellationToken.None);
        Assert.Single(await run.AbsencesAsync());
    }

    [Fact]
    public async Task What_is_slow_to_count_is_taken_over_from_what_was_read_before()
    {
        _world.Play(40, _world.RankMany(1));
        await using var run = await StartAsync();
        await run.BeginAsync();
        var first = await run.ViewAsync();
        await run.WorkAsync();
        var second = await run.Desk.ReadAsync(first, CancellationToken.None);
        Assert.Equal((0, 12), (second.Stored, second.Matches));
        Assert.Equal(8, (await run.ViewAsync()).Stored);
    }

    [Fact]
    public async Task The_players_of_a_ladder_are_not_read_in_the_transaction_in_which_others_wait()
    {
        _world.RankMany(3);
        var reads = new PlayerReads();
        await using var run = await CrawlRun.StartAsync(_folder, _world, _clock, hasKey: true, reads);
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal([false], reads.WereInside);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What is played from now on; then it is half a day later.</summary>
    private void Play(CrawlRun run, int count, params string[] people)
    {
        for (var game = 0; game < count; game++)
        {
            _world.Games.Add(new LadderGame($"EUW1_8{_world.Games.Count:000000}", _clock.GetUtcNow().AddMinutes(game), people));
        }

        run.Clock.Advance(12 * 3600);
    }

    private static async Task NextTryAsync(CrawlRun run)
    {
        var before = run.AskedMatches.Count;
        for (var round = 0; run.AskedMatches.Count == before; round++)
        {
            Assert.True(round < 100, "It is not asked for again.");
            await run.WorkAsync();
            run.Clock.Advance(10);
        }
    }

    private static async Task<List<CrawlCycle>> CyclesAsync(CrawlRun run)
    {
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<CrawlCycle>().AsNoTracking().ToListAsync();
    }

    private Task<CrawlRun> StartAsync() => CrawlRun.StartAsync(_folder, _world, _clock);

    /// <summary>Whether the players of ladders were read inside a transaction, each time that they were.</summary>
    private sealed class PlayerReads : DbCommandInterceptor
    {
        public List<bool> WereInside { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("SELECT", StringComparison.Ordinal) && command.CommandText.Contains("FROM \"ladder_players\"", StringComparison.Ordinal))
            {
                WereInside.Add(command.Transaction is not null);
            }

            return ValueTask.FromResult(result);
        }
    }
}
