using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Riot.Keys;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Security;
using MnM.Web.Settings;
using MnM.Web.Shell;

namespace MnM.Tests.Settings;

public sealed class WelcomePageTests : VisitorContext, IAsyncLifetime
{
    private readonly Feed<LiveState> _live = new(LiveState.Starting);
    private readonly SettingsRun _run = new();
    private readonly LiveOptions _options = new();
    private RunningMnm _mnm = null!;
    private bool _isDemo;

    private BunitNavigationManager Pages => Services.GetRequiredService<BunitNavigationManager>();

    public async Task InitializeAsync()
    {
        _mnm = await FirstRunTests.StartNewAsync();
        foreach (var type in new[] { typeof(KeyHealth), typeof(KeyEntry), typeof(FirstRun), typeof(TimeProvider) })
        {
            Services.AddSingleton(type, _mnm.App.Services.GetRequiredService(type));
        }

        Services.AddSingleton(_run.Desk).AddSingleton(_live).AddSingleton(new LeagueFolder(Options.Create(_options)));
        Services.AddSingleton(_ => new DemoState(_isDemo)).AddSingleton(new DemoSwitch(() => { }, () => { }));
        _options.ClientPath = _run.Folder.File("nowhere");
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        _run.Dispose();
        await _mnm.DisposeAsync();
    }

    [Fact]
    public async Task A_folder_that_was_not_found_can_be_named()
    {
        var page = Render<WelcomePage>();
        Assert.Contains("not found in the usual folders", page.Markup, StringComparison.Ordinal);

        await page.Find("#league-folder").ChangeAsync(new ChangeEventArgs { Value = _run.Folder.File("elsewhere") });
        await page.Find("[aria-label='League of Legends'] form").SubmitAsync();
        Assert.Contains("There is no such folder", page.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, _run.Restarts);

        await page.Find("#league-folder").ChangeAsync(new ChangeEventArgs { Value = _run.Folder.Path });
        await page.Find("[aria-label='League of Legends'] form").SubmitAsync();
        Assert.Equal($"LEAGUE_CLIENT_PATH={_run.Folder.Path}{Environment.NewLine}", _run.Env);
        Assert.Equal(1, _run.Restarts);
        Assert.NotNull(page.Find("[data-restarting]"));
    }

    [Fact]
    public void A_folder_that_is_there_is_told()
    {
        _options.ClientPath = _run.Folder.Path;

        Assert.Equal(_run.Folder.Path, Render<WelcomePage>().Find(".path").TextContent);
    }

    [Fact]
    public async Task What_the_client_tells_of_the_region_is_kept_when_all_is_done()
    {
        var page = Render<WelcomePage>();
        _live.Publish(LiveState.Starting with { Client = new ClientView { Connection = ClientConnection.Connected, Platform = "kr" } });
        page.WaitForAssertion(() => Assert.Contains("KR, the League client says.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("The League client was found", page.Markup, StringComparison.Ordinal);

        await page.FindAll("button").Single(button => button.TextContent == "Done").ClickAsync();

        Assert.Equal($"RIOT_PLATFORM=kr{Environment.NewLine}", _run.Env);
        Assert.Equal(0, _run.Restarts);
        Assert.EndsWith("/", Pages.Uri, StringComparison.Ordinal);
        Assert.False(await _mnm.App.Services.GetRequiredService<FirstRun>().IsDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_client_the_region_can_be_chosen()
    {
        var page = Render<WelcomePage>();

        await page.Find("#platform").ChangeAsync(new ChangeEventArgs { Value = "na1" });
        await page.FindAll("button").Single(button => button.TextContent == "Done").ClickAsync();

        Assert.Equal($"RIOT_PLATFORM=na1{Environment.NewLine}", _run.Env);
        Assert.Equal(1, _run.Restarts);
    }

    [Fact]
    public async Task Where_the_file_cannot_be_written_what_the_client_tells_holds_nobody_back()
    {
        var page = Render<WelcomePage>();
        _live.Publish(LiveState.Starting with { Client = new ClientView { Connection = ClientConnection.Connected, Platform = "kr" } });
        page.WaitForAssertion(() => Assert.Contains("KR, the League client says.", page.Markup, StringComparison.Ordinal));
        _run.IsDiskFull = true;
        Pages.NavigateTo("/welcome");

        await page.FindAll("button").Single(button => button.TextContent == "Done").ClickAsync();

        Assert.EndsWith("/", Pages.Uri, StringComparison.Ordinal);
        Assert.False(await _mnm.App.Services.GetRequiredService<FirstRun>().IsDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Where_the_file_cannot_be_written_a_choice_is_not_lost_unsaid()
    {
        var page = Render<WelcomePage>();
        _run.IsDiskFull = true;
        Pages.NavigateTo("/welcome");

        await page.Find("#platform").ChangeAsync(new ChangeEventArgs { Value = "na1" });
        await page.FindAll("button").Single(button => button.TextContent == "Done").ClickAsync();

        Assert.Contains("No space left on device", page.Find(".done .said").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/welcome", Pages.Uri, StringComparison.Ordinal);
        Assert.False(await _mnm.App.Services.GetRequiredService<FirstRun>().IsDueAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_a_game_runs_what_is_set_here_waits_for_the_next_start(bool isFolder)
    {
        var page = Render<WelcomePage>();
        _live.Publish(LiveViews.InGame(LiveViews.Rift()));
        page.WaitForAssertion(() => Assert.Contains("A game runs", page.Markup, StringComparison.Ordinal));

        if (isFolder)
        {
            await page.Find("#league-folder").ChangeAsync(new ChangeEventArgs { Value = _run.Folder.Path });
            await page.Find("[aria-label='League of Legends'] form").SubmitAsync();
            Assert.Contains("when MnM starts next", page.Find(".said").TextContent, StringComparison.Ordinal);
        }
        else
        {
            await page.Find("#platform").ChangeAsync(new ChangeEventArgs { Value = "na1" });
            await page.FindAll("button").Single(button => button.TextContent == "Done").ClickAsync();
        }

        Assert.NotEmpty(_run.Env);
        Assert.Equal(0, _run.Restarts);
    }

    [Fact]
    public void In_the_demo_there_is_nothing_to_welcome_to()
    {
        _isDemo = true;
        Pages.NavigateTo("/welcome");

        var page = Render<WelcomePage>();

        Assert.EndsWith("/", Pages.Uri, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public void Key_and_demo_are_offered()
    {
        var page = Render<WelcomePage>();

        Assert.NotNull(page.Find("#key-League"));
        Assert.Contains(page.FindAll("button"), button => button.TextContent.Contains("Start the demo", StringComparison.Ordinal));
    }
}
