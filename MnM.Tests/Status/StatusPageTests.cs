using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Recording;
using MnM.Collector.Storage;
using MnM.Tests.Live;
using MnM.Tests.Live.Pages;
using MnM.Tests.Security;
using MnM.Web.Shell;
using MnM.Web.Status;

namespace MnM.Tests.Status;

public sealed class StatusPageTests : VisitorContext, IAsyncLifetime
{
    private LiveRun _run = null!;

    private AnswerLog Answers => _run.Services.GetRequiredService<AnswerLog>();

    public async Task InitializeAsync()
    {
        _run = await LiveRun.StartAsync();
        foreach (var type in new[] { typeof(Feed<LiveState>), typeof(AnswerLog), typeof(GameRecorder), typeof(GameQueries), typeof(DatabaseInspector), typeof(MnM.Collector.StaticData.StaticDataStore), typeof(IOptions<LiveOptions>), typeof(IOptions<StorageOptions>) })
        {
            Services.AddSingleton(type, _run.Services.GetRequiredService(type));
        }

        Services.AddSingleton<TimeProvider>(_run.Clock);
        Services.AddSingleton<OpenPages>();
        Services.AddSingleton(new Restart(null));
        Services.AddSingleton<StatusReader>();
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _run.DisposeAsync();
    }

    [Fact]
    public void Before_anything_was_seen_the_page_says_so()
    {
        var page = Render<StatusPage>();

        Assert.Equal(["Not found", "Not asked yet"], page.FindAll(".sources .chip").Select(chip => chip.TextContent));
        Assert.Contains("Nothing has been asked yet.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No client runs on this PC", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Closed", page.Find("li.now span").TextContent);
    }

    [Fact]
    public void Versions_and_database_are_told_once_they_are_read()
    {
        var page = Render<StatusPage>();
        page.WaitForElement("[aria-label=MnM] dl");

        var facts = page.FindAll("[aria-label=MnM] dt").Zip(page.FindAll("[aria-label=MnM] dd"), (name, value) => (name.TextContent, value.TextContent)).ToDictionary();
        Assert.Equal(["MnM", ".NET", "System", "Blazor script", "Static data", "Database engine", "Running since", "Open pages", "Database", "Holds", "Disk", "Insights", "Backups", "Migrated to"], facts.Keys);
        Assert.StartsWith("SQLite 3.", facts["Database engine"], StringComparison.Ordinal);
        Assert.Contains("0 games, 0 polls", facts["Holds"], StringComparison.Ordinal);
        Assert.EndsWith("GB free", facts["Disk"], StringComparison.Ordinal);
        Assert.DoesNotContain("pending", facts["Migrated to"], StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_database_is_read_the_panel_keeps_its_size()
    {
        var panel = Render<FactsPanel>();
        Assert.Equal("true", panel.Find(".body").GetAttribute("aria-busy"));
        Assert.Equal(8, panel.FindAll(".sk").Count);
    }

    [Fact]
    public void A_database_that_does_not_answer_is_a_fault_with_one_thing_to_do()
    {
        _run.BreakDatabase();
        var page = Render<StatusPage>();

        page.WaitForElement("[aria-label=MnM] [role=alert]");
        Assert.Contains("The database does not answer. The live view goes on", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[aria-label=MnM] .row button"));
    }

    [Fact]
    public void A_connected_client_is_told_with_where_it_was_found_and_never_with_ids_of_people()
    {
        Publish(ClientViews.State(ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() }, "ChampSelect"));
        var page = Render<StatusPage>();

        Assert.Equal(["ChampSelect", "Nightjar#INV, euw1", "1 Mar 19:48:00", "/games/league/lockfile", "4711, 51234"], page.FindAll("[aria-label='League client'] dd").Select(value => value.TextContent));
        Assert.DoesNotContain("puuid", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Missing_permission_is_told_as_such_and_since_when()
    {
        Publish(new LiveState
        {
            Connection = LiveConnection.Waiting,
            Client = ClientView.None with { Connection = ClientConnection.NoPermission, Fault = new("MnM may not read the lockfile.", LiveViews.At) },
        });
        var panel = Render<StatusPage>().Find("[aria-label='League client']");

        Assert.Equal("No permission", panel.QuerySelector(".chip.warn")!.TextContent);
        Assert.Equal("MnM may not read the lockfile. since 1 Mar 20:00:00", panel.QuerySelector(".fault")!.TextContent.Trim());
    }

    [Fact]
    public void A_lost_game_is_told_with_its_fault_and_the_age_of_the_last_answer()
    {
        Answers.Add(AnswerSource.Game, LiveClient.AllGameData, 200, null, TimeSpan.FromMilliseconds(11), 42_617);
        Publish(LiveViews.State(LiveConnection.Lost, LiveViews.Rift()) with { Fault = new("The game did not answer within 2 s.", LiveViews.At) });
        _run.Clock.Advance(14);
        var page = Render<StatusPage>();

        Assert.Equal("Does not answer", page.Find("[aria-label=Game] .chip.warn").TextContent);
        Assert.Equal("14 s ago", page.Find("[aria-label=Game] mnm-age").TextContent);
        Assert.Contains("Shown is its last state", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_are_listed_as_they_come_with_faults_in_words()
    {
        var page = Render<StatusPage>();
        Answers.Add(AnswerSource.Game, LiveClient.GameStats, 0, null, TimeSpan.FromMilliseconds(1), 0);
        Answers.Add(AnswerSource.Client, LcuClient.Lobby, 404, null, TimeSpan.FromMilliseconds(12), 0);
        _run.Clock.Advance(1);
        Answers.Add(AnswerSource.Game, LiveClient.AllGameData, 0, "The game's answer broke off.", TimeSpan.FromMilliseconds(3), 0);
        Answers.Add(AnswerSource.Game, LiveClient.AllGameData, 0, "The game's answer broke off.", TimeSpan.FromMilliseconds(5), 0);

        page.WaitForAssertion(() => Assert.Equal(
            ["Game liveclientdata/allgamedata The game's answer broke off. 2", "Game liveclientdata/gamestats nobody answers 1", "Client /lol-lobby/v2/lobby 404, there is none now 1"],
            page.FindAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Skip(1).Take(4).Select(cell => cell.TextContent.Trim())))));
        Assert.Single(page.FindAll("tr.bad"));
    }

    [Fact]
    public void Phases_are_listed_with_how_long_they_lasted()
    {
        var lobby = GameLifecycle.Follow(new LiveState { Connection = LiveConnection.Waiting, Client = ClientViews.Open() with { RawPhase = "Lobby" } }, LiveViews.At);
        Publish(GameLifecycle.Follow(lobby with { Client = ClientViews.Open() with { RawPhase = "ChampSelect" } }, LiveViews.At.AddSeconds(95)));
        var rows = Render<StatusPage>().FindAll(".phases li").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)));

        Assert.Equal(["1 Mar 20:01:35|Champ select|ChampSelect|now", "1 Mar 20:00:00|Lobby|Lobby|95 s", "–|Closed||"], rows);
    }

    [Fact]
    public async Task Disposal_leaves_no_reader()
    {
        var page = Render<StatusPage>();
        page.WaitForAssertion(() => Assert.Equal((1, 1), (Answers.Changes.Readers, Services.GetRequiredService<Feed<LiveState>>().Readers)));

        await DisposeComponentsAsync();

        Assert.Equal((0, 0), (Answers.Changes.Readers, Services.GetRequiredService<Feed<LiveState>>().Readers));
    }

    private void Publish(LiveState state) => Services.GetRequiredService<Feed<LiveState>>().Publish(state);
}
