using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Tests.Riot;
using MnM.Tests.Security;
using MnM.Web.Status.Riot;

namespace MnM.Tests.Status.Riot;

public sealed class RiotPageTests : VisitorContext, IAsyncLifetime
{
    private const string NewKey = "RGAPI-0a1b2c3d-0000-4000-8000-00000000ecc0";

    private readonly RiotOptions _options = new() { ApiKey = RiotRun.Key };
    private HttpStatusCode _status = HttpStatusCode.OK;
    private StubRiot _riot = null!;
    private RiotRun _run = null!;

    private RiotMonitor Monitor => Services.GetRequiredService<RiotMonitor>();

    public async Task InitializeAsync()
    {
        // Pages read a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _riot = new StubRiot(_ => StubRiot.Answer(_status));
        _run = await RiotRun.StartAsync(_riot, _options);
        Services.AddSingleton<TimeProvider>(_run.Clock);
        Services.AddSingleton(_run.Get<KeyEntry>());
        Services.AddSingleton(new RiotMonitor(
            _run.Get<RiotUsageQueries>(), new WorkQueries(_run.Get<IDbContextFactory<MnmDbContext>>(), _run.Clock), _run.Clock, NullLogger<RiotMonitor>.Instance));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _run.DisposeAsync();
    }

    [Fact]
    public void Before_anything_was_asked_the_page_says_so()
    {
        var page = Render<RiotPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing was asked since MnM started.", page.Find("[aria-label=Budget]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Nothing is to be done", page.Find("[aria-label=Work]").TextContent, StringComparison.Ordinal);
        Assert.Contains("None since MnM started.", page.Find("[aria-label='Last errors']").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing was asked in the last hour.", page.Find("[aria-label='Requests a minute']").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Not used yet · from RIOT_API_KEY", "Uses the key of League of Legends"], page.FindAll(".what small").Select(small => small.TextContent));
        Assert.Empty(page.FindAll("[aria-busy=true], .sk"));
    }

    [Fact]
    public void While_it_is_read_every_panel_keeps_its_place()
    {
        Assert.Equal("true", Render<KeyPanel>(panel => panel.Add(it => it.Keys, [])).Find("section").GetAttribute("aria-busy"));
        Assert.Equal(6, Render<BudgetPanel>(panel => panel.Add(it => it.Rows, []).Add(it => it.IsLoading, true)).FindAll(".sk").Count);
        Assert.Equal(4, Render<LanesPanel>(panel => panel.Add(it => it.Scene, RiotScene.Loading)).FindAll("tbody tr").Count);
        Assert.NotEmpty(Render<WorkPanel>(panel => panel.Add(it => it.Work, []).Add(it => it.Failures, []).Add(it => it.IsLoading, true)).FindAll(".sk"));
        Assert.NotEmpty(Render<RequestFaultsPanel>(panel => panel.Add(it => it.Faults, []).Add(it => it.IsLoading, true)).FindAll(".sk"));
    }

    [Theory]
    [InlineData(60, 50, 80, 25.0)]
    [InlineData(100, 20, 20, null)]
    [InlineData(null, 50, 80, null)]
    public void The_limits_are_a_line_over_the_bars_unless_the_bars_would_vanish_below_it(int? limit, int highest, int most, double? at)
    {
        var plot = MinutesPlot.Of([new MinuteTraffic(_run.Clock.GetUtcNow(), highest, 0, 0, 0)], limit);

        Assert.Equal((most, at), (plot.Most, plot.Limit));
    }

    [Fact]
    public void Equal_faults_of_one_moment_do_not_break_the_lists()
    {
        RequestFault fault = new(_run.Clock.GetUtcNow(), "euw1", "league-v4.entries-by-puuid", "Riot's servers of euw1 answered 400.");
        var faults = Render<RequestFaultsPanel>(panel => panel.Add(it => it.Faults, [fault, fault]));
        faults.Render(panel => panel.Add(it => it.Faults, [fault with { Route = "europe" }, fault, fault, fault]));
        Assert.Equal(4, faults.FindAll("li").Count);

        WorkFailure failure = new("match", _run.Clock.GetUtcNow(), 40, "Riot's answer holds no match that MnM can read.");
        WorkFigures figures = new("match", Lane.Tracking, 0, 0, null, 2, 2, null);
        var work = Render<WorkPanel>(panel => panel.Add(it => it.Work, [figures]).Add(it => it.Failures, [failure, failure]));
        work.Render(panel => panel.Add(it => it.Work, [figures]).Add(it => it.Failures, [failure with { Kind = "timeline" }, failure, failure, failure]));
        Assert.Equal(4, work.FindAll(".failed li").Count);
    }

    [Fact]
    public void Without_a_key_the_page_says_what_to_do()
    {
        _options.ApiKey = null;
        _run.Keys.Set(RiotProduct.League, null);
        var page = Render<RiotPage>();

        page.WaitForElement("article.key.none form input[type=password]");
        Assert.Contains("Get one at developer.riotgames.com and enter it here.", page.Find("article.key.none").TextContent, StringComparison.Ordinal);
        Assert.Contains("Live and the recordings need none", page.Find("article.key").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("form"));
    }

    [Fact]
    public async Task A_key_that_Riot_refuses_is_told_with_what_to_do()
    {
        _status = HttpStatusCode.Forbidden;
        await _run.AnswerAsync(_run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Live, CancellationToken.None));
        var page = Render<RiotPage>();

        page.WaitForElement("article.key.bad form");
        Assert.StartsWith("Riot refuses the key · from RIOT_API_KEY · since ", page.Find(".bad .what small").TextContent, StringComparison.Ordinal);
        Assert.Contains("a development key ends after 24 hours", page.Find("article.key.bad").TextContent, StringComparison.Ordinal);
        Assert.Contains("europe, match-v5", page.Find("[aria-label='Last errors'] li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_tried_used_and_never_shown()
    {
        var page = Render<RiotPage>();
        await EnterAsync(page, NewKey);

        page.WaitForAssertion(() => Assert.Equal("Riot takes the new key. It is in use from now on; nothing is restarted.", page.Find(".said").TextContent));
        Assert.StartsWith("Riot takes the key · entered here · since ", page.Find(".what small").TextContent, StringComparison.Ordinal);
        Assert.Equal(NewKey, _run.Keys.Find(RiotProduct.League));
        Assert.Equal([NewKey], _riot.Keys);
        Assert.DoesNotContain("ecc0", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_not_given_back_and_the_field_is_empty_at_once()
    {
        var page = Render<RiotPage>();
        await OpenFormAsync(page);
        var field = page.Find("form input");
        Assert.Equal(("password", "off"), (field.GetAttribute("type"), field.GetAttribute("autocomplete")));
        await field.ChangeAsync(new() { Value = "RGAPI-1b2c" });
        Assert.DoesNotContain("1b2c", page.Markup, StringComparison.Ordinal);

        await page.Find("form").SubmitAsync();

        Assert.Contains("That is no key.", page.Find(".said.c-warn").TextContent, StringComparison.Ordinal);
        Assert.NotSame(field, page.Find("form input"));
        Assert.Empty(_riot.Asked);

        // Sent again without typing, it holds nothing of the first time.
        await page.Find("form").SubmitAsync();
        Assert.Empty(_riot.Asked);
    }

    [Fact]
    public async Task A_refused_key_leaves_the_one_before_in_use()
    {
        _status = HttpStatusCode.Forbidden;
        var page = Render<RiotPage>();
        await EnterAsync(page, NewKey);

        page.WaitForAssertion(() => Assert.Contains("Riot refuses this key, so it was not kept.", page.Find(".said.c-warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(RiotRun.Key, _run.Keys.Find(RiotProduct.League));
        Assert.NotNull(page.Find("form"));
    }

    [Fact]
    public async Task A_key_is_forgotten_only_after_a_question()
    {
        _run.Keys.Set(RiotProduct.League, NewKey);
        var page = Render<RiotPage>();
        await page.WaitForElement("[aria-label='Forget the key']").ClickAsync(new());
        await page.Find("[role=alertdialog] button").ClickAsync(new());
        Assert.Empty(page.FindAll("[role=alertdialog]"));
        Assert.Equal(NewKey, _run.Keys.Find(RiotProduct.League));

        await page.Find("[aria-label='Forget the key']").ClickAsync(new());
        await page.Find("[role=alertdialog] .danger").ClickAsync(new());

        Assert.Equal(RiotRun.Key, _run.Keys.Find(RiotProduct.League));
        Assert.Equal("The key is forgotten.", page.Find(".said").TextContent);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-label='Forget the key']")));
    }

    [Fact]
    public void Work_is_told_by_kind_and_what_failed_with_its_reason()
    {
        var panel = Render<WorkPanel>(it => it
            .Add(panel => panel.Work, [new WorkFigures("match", Lane.Tracking, 12, 3, _run.Clock.GetUtcNow(), 40, 1, TimeSpan.FromMinutes(4))])
            .Add(panel => panel.Failures, [new WorkFailure("match", _run.Clock.GetUtcNow(), 5, "Riot's servers of europe answered 503.")]));

        Assert.Equal(["match", "Tracking", "12", "3", "40", "1", "≈ 4 min"], panel.FindAll("tbody td").Select(cell => cell.TextContent).Where((_, column) => column != 4));
        Assert.Contains("match: Riot's servers of europe answered 503. tried 5 times", panel.Find(".failed li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_does_not_answer_is_a_fault_that_heals_by_itself()
    {
        BreakDatabase();
        var page = Render<RiotPage>();

        page.WaitForElement(".st.danger");
        Assert.Contains("The database does not answer", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("MnM tries again each second", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_database_is_away_the_last_state_stays_and_is_called_old()
    {
        var page = Render<RiotPage>();
        page.WaitForElement("article.key");
        BreakDatabase();
        await Monitor.TickAsync(CancellationToken.None);

        page.WaitForElement(".note.danger[role=alert]");
        Assert.Equal(2, page.FindAll("article.key").Count);
    }

    [Fact]
    public async Task It_is_read_only_while_somebody_looks_and_told_only_where_it_has_changed()
    {
        var page = Render<RiotPage>();
        page.WaitForAssertion(() => Assert.True(Monitor.Scenes is { Readers: 1, Current.IsRead: true }));
        var scene = Monitor.Scenes.Current;
        await Monitor.TickAsync(CancellationToken.None);
        Assert.Same(scene, Monitor.Scenes.Current);

        await _run.AnswerAsync(_run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Live, CancellationToken.None));
        await Monitor.TickAsync(CancellationToken.None);
        page.WaitForElement("[aria-label=Budget] .win");

        await DisposeComponentsAsync();
        Assert.Equal(0, Monitor.Scenes.Readers);
        BreakDatabase();
        await Monitor.TickAsync(CancellationToken.None);
        Assert.False(Monitor.Scenes.Current.IsStale);
    }

    private static async Task OpenFormAsync(IRenderedComponent<RiotPage> page)
    {
        await page.WaitForElement("article.key .acts button:nth-child(2)").ClickAsync(new());
        page.WaitForElement("form input");
    }

    private static async Task<bool> Answered(Task task)
    {
        await task;
        return true;
    }

    private async Task EnterAsync(IRenderedComponent<RiotPage> page, string key)
    {
        await OpenFormAsync(page);
        await page.Find("form input").ChangeAsync(new() { Value = key });
        await _run.AnswerAsync(Answered(page.Find("form").SubmitAsync()));
    }

    private void BreakDatabase()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.WriteAllText(
            _run.Get<Microsoft.Extensions.Options.IOptions<StorageOptions>>().Value.DatabasePath, "This is no database, and it is longer than the head of one would be: 100 bytes and more.....");
    }
}
