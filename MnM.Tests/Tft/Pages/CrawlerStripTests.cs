using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tft.Crawling;
using MnM.Simulator;
using MnM.Tests.Security;
using MnM.Web.Tft.Crawler;

namespace MnM.Tests.Tft.Pages;

/// <summary>The crawler's line in each of its states, and what its button does.</summary>
public sealed class CrawlerStripTests : VisitorContext, IAsyncLifetime
{
    private readonly SimulatorClock _clock = new();
    private readonly Crawlers _crawler;
    private readonly CrawlerMonitor _monitor;

    public CrawlerStripTests()
    {
        _crawler = new Crawlers(_clock);
        _monitor = _crawler.Monitor();
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(_monitor);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public void While_it_crawls_all_is_in_one_line()
    {
        _crawler.View = Crawlers.Of(CrawlerState.Crawling) with { NewestMatchAt = _clock.GetUtcNow().AddMinutes(-4), Failures = [Failure("Private", 3)] };
        var line = Show();
        Assert.Equal("Crawling", line.Find(".chip").TextContent);
        Assert.Equal(
            ["104,210 matches of patch 18.2", "63 a minute", "ladder 0lists 112matches 1,840", "newest 4 min old, queue empty in 29 min", "3 failed: private"],
            line.FindAll(".crawl > span:not(.chip):not(.grow)").Select(span => span.TextContent));
    }

    [Fact]
    public void Pause_lets_it_rest_and_resume_goes_on_with_the_same_plan()
    {
        var line = Show();
        line.Find("button").Click();
        line.WaitForAssertion(() => Assert.Equal("Paused", line.Find(".chip").TextContent));
        line.Find("button").Click();
        line.WaitForAssertion(() => Assert.Equal("Crawling", line.Find(".chip").TextContent));
        Assert.Equal(["pause", "start euw1 kr RANKED_TFT Challenger Master"], _crawler.Told);
    }

    [Fact]
    public void Before_somebody_has_started_it_the_way_to_its_page_is_offered()
    {
        _crawler.View = Crawlers.Of(CrawlerState.Off);
        var line = Show();
        Assert.Equal("/tft/crawler", line.Find("a.btn").GetAttribute("href"));
        Assert.Empty(line.FindAll("button"));
        Assert.Empty(line.FindAll(".pipe"));
    }

    [Fact]
    public void Where_it_waits_the_reason_stands_in_the_line()
    {
        _crawler.View = Crawlers.Of(CrawlerState.Waiting) with { Why = "Riot does not take the key." };
        Assert.Contains("Riot does not take the key.", Show().Find(".c-warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_does_not_answer_leaves_the_last_state_and_says_so()
    {
        var line = Show();
        _crawler.Fault = new SqliteException("disk I/O error", 10);
        line.Find("button").Click();
        line.WaitForAssertion(() => Assert.Contains("nothing was changed", line.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("104,210", line.Markup, StringComparison.Ordinal);
        Assert.False(line.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void A_store_that_does_not_tell_its_patches_takes_nothing_else_away()
    {
        _crawler.ChoicesFault = new InvalidOperationException("The store does not answer.");
        Assert.Contains("104,500 matches", Show().FindAll(".crawl > span").Select(span => span.TextContent));
    }

    [Fact]
    public async Task Nothing_is_read_while_nobody_looks()
    {
        await _monitor.TickAsync(CancellationToken.None);
        Assert.Equal(0, _crawler.Reads);

        var line = Show();
        var before = _crawler.Reads;
        _crawler.View = Crawlers.Of(CrawlerState.Resting) with { NextCycleAt = _clock.GetUtcNow().AddMinutes(25) };
        await _monitor.TickAsync(CancellationToken.None);
        line.WaitForAssertion(() => Assert.Contains("next cycle in 25 min", line.Markup, StringComparison.Ordinal));
        Assert.Equal(before + 1, _crawler.Reads);

        await DisposeComponentsAsync();
        await _monitor.TickAsync(CancellationToken.None);
        Assert.Equal(before + 1, _crawler.Reads);
    }

    [Fact]
    public async Task What_is_slow_to_count_is_counted_twice_a_minute_and_after_a_change_and_not_at_each_tick()
    {
        var line = Show();
        var reads = _crawler.Reads;
        for (var tick = 0; tick < 14; tick++)
        {
            _clock.Advance(2);
            await _monitor.TickAsync(CancellationToken.None);
        }

        Assert.Equal((reads + 14, 1), (_crawler.Reads, _crawler.Counts));
        _clock.Advance(2);
        await _monitor.TickAsync(CancellationToken.None);
        Assert.Equal(2, _crawler.Counts);
        line.Find("button").Click();
        line.WaitForAssertion(() => Assert.Equal("Paused", line.Find(".chip").TextContent));
        Assert.Equal(3, _crawler.Counts);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeComponentsAsync();

    internal static CrawlerFailure Failure(string state, int count) => new("tft-match", state, $"Riot says {state}.", count, default);

    private IRenderedComponent<CrawlerStrip> Show()
    {
        var line = Render<CrawlerStrip>();
        line.WaitForAssertion(() => Assert.NotEmpty(line.FindAll(".crawl:not([aria-busy]) b")));
        return line;
    }
}
