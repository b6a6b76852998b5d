using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Crawling;

/// <summary>However a crawl is stopped, it goes on where it was: nothing is lost, and nothing that is stored is asked for again.</summary>
public sealed class CrawlStopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly LadderWorld _world;

    public CrawlStopTests()
    {
        _world = new LadderWorld(_clock.GetUtcNow());
        var people = _world.RankMany(12);
        for (var first = 0; first <= 4; first++)
        {
            _world.Play(12, people[first..(first + 8)]);
        }
    }

    [Fact]
    public async Task Nobody_starts_it_and_it_does_nothing()
    {
        await using var run = await StartAsync();
        await run.TickAsync();
        Assert.Equal((CrawlerState.Off, 0, 0), ((await run.ViewAsync()).State, await run.WorkAsync(), run.Riot.Count));
    }

    [Fact]
    public async Task Paused_it_rests_and_then_goes_on()
    {
        await using var run = await StartAsync();
        await run.BeginAsync();
        await WorkUntilAsync(run, stored: 20);
        await run.Desk.PauseAsync(CancellationToken.None);
        var asked = run.Riot.Count;
        _clock.Advance(3600);
        await run.TickAsync();
        Assert.Equal((0, asked, CrawlerState.Paused), (await run.WorkAsync(), run.Riot.Count, (await run.ViewAsync()).State));

        await run.BeginAsync();
        await run.FinishAsync();
        await AssertWholeAsync(run, run.AskedMatches);
    }

    [Fact]
    public async Task A_pause_outlives_the_process()
    {
        await using (var run = await StartAsync())
        {
            await run.BeginAsync();
            await WorkUntilAsync(run, stored: 10);
            await run.Desk.PauseAsync(CancellationToken.None);
        }

        await using var again = await StartAsync();
        await again.TickAsync();
        Assert.Equal((CrawlerState.Paused, 0), ((await again.ViewAsync()).State, await again.WorkAsync()));
    }

    [Fact]
    public async Task The_setting_starts_it_and_stops_it()
    {
        await using (var run = await StartAsync())
        {
            (run.Options.Enabled, run.Options.Tiers, run.Options.Platforms) = (true, "master", "EUW1");
            await run.TickAsync();
            await WorkUntilAsync(run, stored: 10);
        }

        await using (var off = await StartAsync())
        {
            off.Options.Enabled = false;
            await off.TickAsync();
            var view = await off.ViewAsync();
            Assert.Equal((CrawlerState.Off, "The setting CRAWLER_ENABLED=false keeps the crawler off."), (view.State, view.Why));
            Assert.Equal(0, await off.WorkAsync());
        }

        await using var on = await StartAsync();
        on.Options.Enabled = true;
        await on.TickAsync();
        await on.FinishAsync();
        Assert.Equal(_world.Games.Select(game => game.Id), await on.StoredAsync());
    }

    [Fact]
    public async Task Killed_with_answers_on_their_way_it_asks_for_those_once_more_and_for_nothing_that_is_stored()
    {
        List<string> asked = [];
        const int OnTheirWay = 5;
        for (var kill = 1; kill <= 5; kill++)
        {
            await using var run = await StartAsync();
            var before = await run.StoredAsync();
            await (kill == 1 ? run.BeginAsync() : run.TickAsync());
            _clock.Advance(121);
            await WorkUntilAsync(run, stored: kill * 9);
            await run.HoldMatchesAsync(OnTheirWay);
            Assert.Empty(run.AskedMatches.Intersect(before));
            asked.AddRange(run.AskedMatches);
        }

        _clock.Advance(121);
        await using var last = await StartAsync();
        var stored = await last.StoredAsync();
        await last.TickAsync();
        await last.FinishAsync();
        Assert.Empty(last.AskedMatches.Intersect(stored));
        asked.AddRange(last.AskedMatches);
        await AssertWholeAsync(last, [.. asked.Distinct()]);
        Assert.InRange(asked.Count, _world.Games.Count, _world.Games.Count + (5 * OnTheirWay));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(40)]
    public async Task Killed_at_a_commit_it_has_stored_all_of_it_or_nothing(int commit)
    {
        await using (var run = await StartAsync())
        {
            await run.BeginAsync();
        }

        var kill = new ImportRun.KillAtCommit(commit);
        await using (var run = await CrawlRun.StartAsync(_folder, _world, _clock, hasKey: true, kill))
        {
            await run.TickAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            {
                while (!kill.HasKilled)
                {
                    await run.WorkAsync(most: 3);
                }
            });
        }

        _clock.Advance(121);
        await using var again = await StartAsync();
        await again.TickAsync();
        var before = await again.StoredAsync();
        await again.FinishAsync();
        Assert.Equal(_world.Games.Select(game => game.Id), await again.StoredAsync());
        Assert.Empty(again.AskedMatches.Intersect(before));
    }

    [Fact]
    public async Task Without_a_key_it_waits_and_counts_no_attempt()
    {
        await using (var run = await CrawlRun.StartAsync(_folder, _world, _clock, hasKey: false))
        {
            await run.BeginAsync();
            await run.WorkAsync();
            Assert.Equal(0, await run.WorkAsync());
            var view = await run.ViewAsync();
            Assert.Equal(CrawlerState.Waiting, view.State);
            Assert.StartsWith("MnM has no key", view.Why, StringComparison.Ordinal);
            Assert.Equal((0, WorkState.Open), (Assert.Single(await run.ItemsAsync(CrawlWork.Ladder)).Attempts, Assert.Single(await run.ItemsAsync(CrawlWork.Ladder)).State));
        }

        await using var again = await StartAsync();
        await again.TickAsync();
        await again.FinishAsync();
        Assert.Equal(_world.Games.Select(game => game.Id), await again.StoredAsync());
    }

    [Fact]
    public async Task An_outage_is_waited_for_with_few_questions_and_fails_nothing()
    {
        await using var run = await StartAsync();
        await run.BeginAsync();
        await WorkUntilAsync(run, stored: 10);
        _world.Instead = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        _clock.Advance(60);
        for (var minute = 0; minute < 30; minute++)
        {
            await run.WorkAsync();
            Assert.Equal(0, await run.WorkAsync());
            Assert.Equal(CrawlerState.Waiting, (await run.ViewAsync()).State);
            _clock.Advance(60);
        }

        _world.Instead = null;
        await run.FinishAsync();
        await AssertWholeAsync(run, [.. run.AskedMatches.Distinct()]);
        Assert.Empty((await run.ViewAsync()).Failures);
    }

    [Fact]
    public async Task The_last_match_that_is_never_answered_for_does_not_hold_the_cycle_for_ever()
    {
        var game = _world.Games[^1];
        _world.Instead = path => path.EndsWith(game.Id, StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.GatewayTimeout) : null;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal(_world.Games.Count - 1, (await run.StoredAsync()).Count);
        Assert.Equal((game.Id, WorkState.Failed), (Assert.Single(await run.AbsencesAsync()).MatchId, Assert.Single(await run.AbsencesAsync()).State));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task WorkUntilAsync(CrawlRun run, int stored)
    {
        for (var round = 0; (await run.StoredAsync()).Count < stored; round++)
        {
            Assert.True(round < 500, $"Nothing comes: {await run.ViewAsync()}");
            if (await run.WorkAsync(most: 4) == 0)
            {
                run.Clock.Advance(10);
            }
        }
    }

    private async Task AssertWholeAsync(CrawlRun run, IReadOnlyList<string> asked)
    {
        Assert.Equal(_world.Games.Select(game => game.Id), await run.StoredAsync());
        Assert.Equal(_world.Games.Select(game => game.Id), asked.Order());
    }

    private Task<CrawlRun> StartAsync() => CrawlRun.StartAsync(_folder, _world, _clock);
}
