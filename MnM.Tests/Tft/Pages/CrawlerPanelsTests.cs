using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;
using MnM.Simulator;
using MnM.Tests.Security;
using MnM.Tests.Tft.Analytics;
using MnM.Web.Tft.Crawler;

namespace MnM.Tests.Tft.Pages;

/// <summary>The crawler's page: what is crawled, what failed, what is there, and the calendar.</summary>
public sealed class CrawlerPanelsTests : VisitorContext, IAsyncLifetime
{
    private readonly SimulatorClock _clock = new();
    private readonly StoredRows _rows = new();
    private readonly Crawlers _crawler;

    public CrawlerPanelsTests()
    {
        _crawler = new Crawlers(_clock);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(_crawler.Source);
        Services.AddSingleton(_crawler.Monitor());
        Services.AddSingleton(new PatchDesk(new PatchCalendar(_rows), new RowsDesk(_rows.Store, _rows.Turn, _rows.Answers, NullLogger<RowsDesk>.Instance), _rows, _clock));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public void The_plan_is_chosen_and_started()
    {
        _crawler.View = Crawlers.Of(CrawlerState.Off);
        var page = Show();
        Check(page, "Grandmaster").Change(true);
        Check(page, "KR").Change(false);
        page.Find("form .btn.primary").Click();
        page.WaitForAssertion(() => Assert.Equal(["start euw1 RANKED_TFT Challenger Master Grandmaster"], _crawler.Told));
    }

    [Fact]
    public void A_plan_without_a_platform_cannot_be_started_and_says_why()
    {
        _crawler.View = Crawlers.Of(CrawlerState.Off);
        var page = Show();
        Check(page, "KR").Change(false);
        Check(page, "EUW").Change(false);
        Assert.True(page.Find("form .btn.primary").HasAttribute("disabled"));
        Assert.Contains("Choose a platform.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_chosen_outlives_the_ticks_of_the_page()
    {
        var page = Show();
        Check(page, "BR").Change(true);
        _crawler.View = _crawler.View with { Matches = 7 };
        await Services.GetRequiredService<CrawlerMonitor>().ReadAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.EndsWith("matches 7", page.Find(".pipe").TextContent, StringComparison.Ordinal));
        Assert.True(Check(page, "BR").HasAttribute("checked"));
    }

    [Fact]
    public void What_failed_is_told_by_reason_and_tried_again()
    {
        _crawler.View = _crawler.View with { Failures = [CrawlerStripTests.Failure("Private", 9), CrawlerStripTests.Failure("NotFound", 2)] };
        var page = Show();
        var panel = page.Find("[aria-label='What failed']");
        Assert.Equal(2, panel.QuerySelectorAll("tbody tr").Length);
        page.Find("[aria-label='What failed'] header button").Click();
        page.WaitForAssertion(() => Assert.Contains("11 are tried again.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Coverage_is_told_by_day_and_tier()
    {
        _crawler.Covered = new TftCovered([new CoveredDay(new DateOnly(2026, 10, 2), 21, 34, 49, 6)], [new CoveredPatch(new Patch(18, 2), 18, 110, 8800)], null);
        var page = Show();
        Assert.Equal(["Fri 2 Oct", "21", "34", "49", "6", "110"], page.FindAll("[aria-label=Coverage] tbody td").Select(cell => cell.TextContent));
        Assert.Contains("110 matches, 8,800 unit rows", page.Find("[aria-label=Coverage] .patches").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_does_not_answer_is_told_in_its_panel_alone()
    {
        _crawler.Covered = new TftCovered([], [], "ClickHouse at db.local does not answer.");
        Assert.Contains("ClickHouse at db.local does not answer.", Show().Find("[aria-label=Coverage] .note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_befell_the_figures_is_told()
    {
        _crawler.Covered = _crawler.Covered with { Mishap = "The file of the figures was damaged." };
        Assert.Equal("The file of the figures was damaged.", Show().Find("[aria-label=Coverage] .note").TextContent.Trim());
    }

    [Fact]
    public void Deriving_again_asks_first()
    {
        var page = Show();
        Derive(page).Click();
        page.Find("[role=alertdialog] .btn:not(.danger)").Click();
        Assert.Empty(_crawler.Told);
        Derive(page).Click();
        page.Find("[role=alertdialog] .danger").Click();
        page.WaitForAssertion(() => Assert.Contains("The rows are made anew.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["derive"], _crawler.Told);
    }

    [Fact]
    public void A_match_that_does_not_fit_is_named_with_its_fault()
    {
        _crawler.View = _crawler.View with { Drift = [new SchemaDrift("EUW1_77", "It has nine boards.", _clock.GetUtcNow())] };
        Assert.Equal("EUW1_77", Show().Find("[aria-label='Matches that do not fit'] b").TextContent);
    }

    [Fact]
    public void A_patch_is_entered_into_the_calendar_and_taken_out_again()
    {
        var page = Show();
        page.WaitForElement("#patch-name").Change("18.2");
        page.Find("#patch-set").Change("18");
        page.Find("#patch-from").Change("2026-09-09T00:00");
        page.Find(".add").Submit();
        page.WaitForAssertion(() => Assert.Contains("18.2 is entered.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("9 Sep 2026, 00:00", page.Find("[aria-label='Calendar of patches'] tbody").TextContent, StringComparison.Ordinal);
        page.Find("[aria-label='Remove 18.2']").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-label='Remove 18.2']")));
    }

    [Fact]
    public void A_calendar_that_lacks_the_latest_patches_says_so()
    {
        Assert.Empty(Show().FindAll("[aria-label='Calendar of patches'] .note"));
        _clock.Advance(TimeSpan.FromDays(4).TotalSeconds);
        Assert.StartsWith("The calendar ends with 18.2b, which began on 15 Sep 2026", Show().Find("[aria-label='Calendar of patches'] .note").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_patch_is_refused_with_the_field_marked()
    {
        var page = Show();
        page.WaitForElement("#patch-name").Change("eighteen");
        page.Find("#patch-set").Change("18");
        page.Find("#patch-from").Change("2026-09-09T00:00");
        page.Find(".add").Submit();
        page.WaitForAssertion(() => Assert.Contains("bad", page.Find("#patch-name").ClassList));
        Assert.Contains("A patch looks like", page.Markup, StringComparison.Ordinal);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        _rows.Dispose();
    }

    private static AngleSharp.Dom.IElement Check(IRenderedComponent<CrawlerPage> page, string word) =>
        page.FindAll("label.check").Single(label => label.TextContent.Trim() == word).QuerySelector("input")!;

    private static AngleSharp.Dom.IElement Derive(IRenderedComponent<CrawlerPage> page) => page.FindAll("button").Single(button => button.TextContent == "Derive again" && !button.ClassList.Contains("danger"));

    private IRenderedComponent<CrawlerPage> Show()
    {
        var page = Render<CrawlerPage>();
        // A panel that is still read would be drawn anew between a look and a click.
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy]")));
        return page;
    }
}
