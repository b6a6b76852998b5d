using System.Net;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.History.Import;
using MnM.Collector.Live;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;
using MnM.Tests.Security;
using MnM.Web.History;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Tests.History.Pages;

/// <summary>The page of imports over a real database, with a past behind Riot's API and a clock that is turned by hand.</summary>
public sealed class HistoryPageTests : VisitorContext, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly PastWorld _world;
    private readonly StubRiot _riot;
    private ImportRun? _run;

    public HistoryPageTests()
    {
        _world = new PastWorld(_clock.GetUtcNow());
        _riot = new StubRiot(_world.Answer);
    }

    private ImportRun Run => _run!;

    public async Task InitializeAsync()
    {
        // Pages read a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _run = await ImportRun.StartAsync(_folder, _riot, () => _riot.Count, _clock);
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(Run.Jobs);
        Services.AddSingleton(Run.History);
        Services.AddSingleton(new HiddenPeople(new GameQueries(Run.Get<IDbContextFactory<MnmDbContext>>())));
        Services.AddSingleton(Run.Get<HistoryMonitor>());
        Services.AddSingleton(Run.Get<Feed<HistoryState>>());
        Services.AddSingleton(Run.Get<StaticDataStore>());
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Run.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Without_an_import_the_page_says_what_to_do()
    {
        var page = Render<HistoryPage>();
        page.WaitForAssertion(() => Assert.Contains("Nothing has been imported yet", page.Find("article.st").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".sk"));
        Assert.Contains("1,010 requests, about 20 min", page.Find(".cost").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_an_import_that_is_not_there_says_so()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/history?import=gone");
        var page = Render<HistoryPage>();
        page.WaitForAssertion(() => Assert.Contains("There is no import of that number", page.Find("div.note[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Imports_are_begun_and_ended_by_the_owner_alone()
    {
        _world.Play(40, "Anna");
        var page = Render<HistoryPage>();
        page.WaitForElement("article.st");
        await BeginAsync(page, "Anna#EUW");
        page.WaitForAssertion(() => Assert.Empty(new[] { "import-riot-id", "Cancel" }.Except(ActsOn(page))));

        Be(Role.Viewer);
        var viewers = Render<HistoryPage>();
        Assert.Contains("Anna", viewers.WaitForElement("[aria-label=Imports]").TextContent, StringComparison.Ordinal);
        Assert.Empty(ActsOn(viewers));
    }

    [Fact]
    public async Task What_timelines_cost_is_said_beforehand()
    {
        var page = Render<HistoryPage>();
        await page.Find("#import-timelines").ChangeAsync(new ChangeEventArgs { Value = true });
        page.WaitForAssertion(() => Assert.Equal("Timelines double the requests: 2,010 rather than 1,010, about 40 min.", page.Find(".cost").TextContent));
    }

    [Fact]
    public async Task An_import_is_begun_on_the_page_and_shown_with_bar_pace_end_and_what_is_here()
    {
        _world.Play(40, "Anna");
        var page = Render<HistoryPage>();
        page.WaitForElement("article.st");
        await BeginAsync(page, "Anna#EUW");
        page.WaitForAssertion(() => Assert.Equal("Matches of Anna#EUW are imported.", page.Find("#import-said").TextContent));
        var id = Services.GetRequiredService<BunitNavigationManager>().Uri.Split('=')[1];
        Assert.Equal("Reading the list of matches", page.WaitForElement(".import b").TextContent);

        await Run.WorkAsync();
        _clock.Advance(30);
        await Run.WorkAsync();
        await Run.Get<HistoryMonitor>().TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("listed so far", page.Find(".import b").TextContent, StringComparison.Ordinal));
        Assert.Matches("[0-9]+ a minute", page.Find(".facts").TextContent);
        Assert.Matches("done about [0-9]{2}:[0-9]{2}, in ", page.Find(".facts").TextContent);
        page.WaitForAssertion(() => Assert.Equal(12, page.FindAll("[aria-label=Matches] tbody tr").Count));

        await Run.FinishAsync(id);
        await Run.Get<HistoryMonitor>().TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("40 of 40 matches", page.Find(".import b").TextContent));
        Assert.Empty(page.FindAll(".prog"));
        Assert.Contains("Riot lists 40 matches of this player and none before them.", page.Find(".facts").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(["Done"], page.FindAll("[aria-label=Imports] .chip").Select(chip => chip.TextContent)));
    }

    [Fact]
    public async Task The_end_of_an_import_that_has_run_for_long_is_shown_at_once()
    {
        _world.Play(40, "Anna");
        var id = await Run.BeginAsync("Anna");
        await Run.WorkAsync();
        var page = Render<HistoryPage>();
        page.WaitForElement(".prog");
        _clock.Advance(TimeSpan.FromMinutes(20).TotalSeconds);
        await Run.FinishAsync(id);
        await Run.Get<HistoryMonitor>().TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("40 of 40 matches", page.Find(".import b").TextContent));
        page.WaitForAssertion(() => Assert.Equal("Done", page.Find("[aria-label=Imports] .chip").TextContent));
        Assert.Empty(page.FindAll(".prog"));
    }

    [Fact]
    public async Task What_is_left_out_stands_there_by_reason()
    {
        foreach (var (place, game) in _world.Play(10, "Anna").Index())
        {
            _world.Games[place] = place switch { 1 => game with { Refusal = HttpStatusCode.NotFound }, 2 or 3 => game with { Refusal = HttpStatusCode.Forbidden }, _ => game };
        }

        await Run.ImportAsync("Anna");
        var page = Render<HistoryPage>();
        Assert.Equal("3 left out: 2 private, 1 not found", page.WaitForElement(".facts .c-warn").TextContent);
        Assert.Equal(
            ["2 Riot shows matches of this queue to their players alone.", "1 Riot does not have this match."], page.FindAll("[aria-label='Left out'] li").Select(left => left.TextContent));
    }

    [Fact]
    public async Task An_import_that_waits_says_for_what()
    {
        _world.Play(10, "Anna");
        await Run.BeginAsync("Anna");
        _world.Instead = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        await Run.WorkAsync();
        var page = Render<HistoryPage>();
        page.WaitForAssertion(() => Assert.StartsWith("Waits: Riot", page.Find(".facts [role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Waits", page.Find("[aria-label=Imports] .chip").TextContent);
    }

    [Theory]
    [InlineData("Anna", "A Riot ID is a name of 3 to 16 characters")]
    [InlineData("Nobody#EUW", "Nobody is called Nobody#EUW.")]
    [InlineData("Away#EUW", "503")]
    public async Task Why_nothing_is_imported_stands_beside_what_was_typed(string riotId, string words)
    {
        _world.Instead = path => path.Contains("/Away/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : null;
        var page = Render<HistoryPage>();
        page.WaitForElement("article.st");
        await BeginAsync(page, riotId);
        page.WaitForAssertion(() => Assert.Contains(words, page.Find("#import-said.c-warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(("true", riotId), (page.Find("#import-riot-id").GetAttribute("aria-invalid"), page.Find("#import-riot-id").GetAttribute("value")));
    }

    [Fact]
    public async Task An_import_is_ended_after_a_question_that_says_what_stays()
    {
        _world.Play(40, "Anna");
        await Run.BeginAsync("Anna");
        await Run.WorkAsync();
        var page = Render<HistoryPage>();
        await page.WaitForElement(".import button").ClickAsync(new());
        Assert.Contains("8 matches that are here stay", page.Find(".ask").TextContent, StringComparison.Ordinal);
        await page.Find(".ask button").ClickAsync(new());
        Assert.Empty(page.FindAll(".ask"));
        await page.Find(".import button").ClickAsync(new());
        await page.Find(".ask .danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find("[aria-label=Imports] .chip").TextContent));
        Assert.Equal("8 of 40 matches", page.Find(".import b").TextContent);
    }

    [Fact]
    public async Task When_the_database_does_not_answer_the_last_state_stays()
    {
        _world.Play(10, "Anna");
        await Run.ImportAsync("Anna");
        var page = Render<HistoryPage>();
        page.WaitForElement(".import");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var file = Run.Get<IOptions<StorageOptions>>().Value.DatabasePath;
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.WriteAllText(file, "This is no database, and it is longer than the head of one would be: 100 bytes and more.....");
        await Run.Get<HistoryMonitor>().ReadAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("Shown is the last state", page.Find(".note.danger").TextContent, StringComparison.Ordinal));
        Assert.Equal("10 of 10 matches", page.Find(".import b").TextContent);
    }

    /// <summary>Types and submits; Riot's answers need the clock.</summary>
    private async Task BeginAsync(IRenderedComponent<HistoryPage> page, string riotId)
    {
        await page.Find("#import-riot-id").ChangeAsync(new ChangeEventArgs { Value = riotId });
        await Run.AnswerAsync(SubmittedAsync(page));
    }

    private static async Task<bool> SubmittedAsync(IRenderedComponent<HistoryPage> page)
    {
        await page.Find("form").SubmitAsync();
        return true;
    }
}
