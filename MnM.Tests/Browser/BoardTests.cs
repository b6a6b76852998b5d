using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Live;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;

namespace MnM.Tests.Browser;

public sealed class BoardTests
{
    private const string SmallestData = """
        () => Math.min(...[...document.querySelectorAll('.cs *, .kda *, .n, .vbar .num, .mid .l, .mid .r, .kills, .clock *, .state *, .game li *, .tile b')]
            .filter(one => one.textContent.trim()).map(one => parseFloat(getComputedStyle(one).fontSize)))
        """;

    [BrowserFact]
    public async Task The_board_fills_1080p_and_4K_with_the_same_picture_and_no_scroll_bar()
    {
        await using var mnm = await StillFeed.StartAsync(LiveViews.InGame(Now(LiveViews.Rift())));
        await using var chromium = await Chromium.StartAsync();
        var (small, _) = await MeasureAsync(chromium, mnm, 1920, 1080);
        var (large, page) = await MeasureAsync(chromium, mnm, 3840, 2160);

        Assert.Equal(22, small.Data);
        Assert.Equal(44, large.Data);
        Assert.Equal(small.Kills * 2, large.Kills);
        foreach (var state in new[] { LiveState.Starting, ClientViews.State(ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() }, "ChampSelect"), ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() }, "Lobby") })
        {
            mnm.Publish(state);
            await page.Locator(".quiet").WaitForAsync();
            Assert.True(await FitsAsync(page));
        }

        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task Upright_blue_stands_above_red_and_a_phone_does_not_scroll_sideways()
    {
        await using var mnm = await StillFeed.StartAsync(LiveViews.InGame(Now(LiveViews.Rift())));
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium, mnm, 1080, 1920);
        await page.Locator(".player").Nth(9).WaitForAsync();

        Assert.True(await FitsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => Math.max(...[...document.querySelectorAll('.player.blue')].map(r => r.getBoundingClientRect().bottom)) <= Math.min(...[...document.querySelectorAll('.player.red')].map(r => r.getBoundingClientRect().top)) + 1"));

        page = await OpenAsync(chromium, mnm, 390, 844);
        await page.Locator(".player").Nth(9).WaitForAsync();
        Assert.InRange(await page.EvaluateAsync<double>("() => document.documentElement.scrollWidth"), 1, 390);
        Assert.InRange(await page.EvaluateAsync<double>(SmallestData), 11, 22);
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task A_restart_of_MnM_leaves_the_last_picture_marked_and_then_shows_the_new_one_by_itself()
    {
        var before = await StillFeed.StartAsync(LiveViews.InGame(Now(LiveViews.Rift())));
        var address = before.Address;
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium, before, 1920, 1080);
        await page.Locator(".player").Nth(9).WaitForAsync();
        await WaitForCircuitAsync(page, before);

        await before.DisposeAsync();
        await page.Locator("html[data-away]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(10, await page.Locator(".player").CountAsync());
        Assert.Contains("Connection to MnM lost", await page.Locator("#reconnect").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await FitsAsync(page));

        await using var after = await StillFeed.StartAsync(LiveViews.InGame(Now(LiveViews.Rift()).Next(0, player => player with { DisplayName = "Somebody New" })), ("--urls", address.AbsoluteUri.TrimEnd('/')));
        await page.GetByText("Somebody New").WaitForAsync(new() { Timeout = 60_000 });
        await page.Locator("html:not([data-away])").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // And it lives: what is published now appears.
        await WaitForCircuitAsync(page, after);
        after.Publish(ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() }, "Lobby"));
        await page.GetByText("In the lobby").WaitForAsync();
        Assert.DoesNotContain(chromium.Errors, error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_restart_of_the_League_client_in_mid_game_leaves_the_running_game_on_the_board()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Seed = 12 }, TimeProvider.System, patience.Token);
        await using var mnm = await RunningMnm.StartAsync(settings:
        [
            ("LIVE_CLIENT_URL", simulator.Settings.LiveClientUrl), ("LIVE_CLIENT_ROOT", simulator.Settings.LiveClientRoot), ("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", "false"),
            ("LEAGUE_CLIENT_PATH", simulator.Settings.LeagueClientPath), ("DATA_DRAGON_URL", simulator.Settings.DataDragonUrl),
        ]);
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium, mnm, 1920, 1080);
        await page.Locator(".player").Nth(9).WaitForAsync(new() { Timeout = 60_000 });
        await UntilAsync(state => state is { Connection: LiveConnection.InGame, Client.RawPhase: "InProgress" });

        await simulator.Machine.Client.CrashAsync();
        await UntilAsync(state => state is { Connection: LiveConnection.InGame, Client.IsConnected: false });
        await TicksAsync();

        await simulator.Machine.Client.StartAsync(patience.Token);
        await UntilAsync(state => state is { Connection: LiveConnection.InGame, Client: { IsConnected: true, RawPhase: "InProgress" } });
        await TicksAsync();
        Assert.Equal(1, (await mnm.App.Services.GetRequiredService<GameQueries>().CountAsync(patience.Token)).Games);
        Assert.Empty(chromium.Errors);

        Task UntilAsync(Func<LiveState, bool> reached) => mnm.Feed().WatchAsync(patience.Token).FirstAsync(reached, patience.Token).AsTask();

        async Task TicksAsync()
        {
            var clock = await page.Locator(".clock").InnerTextAsync();
            await page.WaitForFunctionAsync("clock => document.querySelector('.clock').innerText !== clock", clock);
            Assert.Equal(10, await page.Locator(".player").CountAsync());
        }
    }

    [BrowserFact]
    public async Task A_board_whose_circuit_has_died_is_loaded_again_without_a_hand()
    {
        await using var mnm = await StillFeed.StartAsync(LiveViews.InGame(Now(LiveViews.Rift())));
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium, mnm, 1920, 1080);
        await WaitForCircuitAsync(page, mnm);

        // What Blazor does when the server has ended the circuit for a fault.
        await page.EvaluateAsync("() => { window.old = true; document.getElementById('blazor-error-ui').style.display = 'block'; }");
        await page.WaitForFunctionAsync("() => !window.old && document.querySelectorAll('.player').length === 10");
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task The_keys_change_the_theme_show_the_help_fill_the_screen_and_leave()
    {
        await using var mnm = await StillFeed.StartAsync(LiveState.Starting);
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium, mnm, 1920, 1080);
        await page.Locator(".hint").WaitForAsync();

        await page.Keyboard.PressAsync("l");
        Assert.Equal("light", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme + ''"));
        await page.Keyboard.PressAsync("d");
        Assert.Equal("dark", await page.EvaluateAsync<string>("() => localStorage.getItem('mnm-theme')"));

        await page.Keyboard.PressAsync("f");
        await page.WaitForFunctionAsync("() => document.fullscreenElement !== null");
        await page.Keyboard.PressAsync("f");
        await page.WaitForFunctionAsync("() => document.fullscreenElement === null");

        await page.Keyboard.PressAsync("?");
        await page.GetByText("Keys of the board").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByText("Keys of the board").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.EndsWith("/board", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".rail").WaitForAsync();
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task The_screen_is_kept_awake_again_after_a_return_and_a_refusal_is_told_quietly()
    {
        const string wakeLock = """
            window.refuses = false;
            Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
                if (window.refuses) throw new DOMException('no', 'NotAllowedError');
                return window.given = Object.assign(new EventTarget(), { released: false, release: async () => { window.given.released = true; } });
            } } });
            """;
        await using var mnm = await StillFeed.StartAsync(LiveState.Starting);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri("about:blank"), 1920, 1080);
        await page.AddInitScriptAsync(wakeLock);
        await page.GotoAsync(new Uri(mnm.Address, "board").AbsoluteUri);
        await WaitForCircuitAsync(page, mnm);
        await page.WaitForFunctionAsync("() => window.given?.released === false");
        Assert.False(await page.Locator(".sleeps").IsVisibleAsync());

        // The browser releases it whenever the page is hidden.
        await page.EvaluateAsync("() => { window.given.released = true; window.refuses = true; document.dispatchEvent(new Event('visibilitychange')); }");
        await page.Mouse.MoveAsync(10, 10);
        await page.Locator(".sleeps").WaitForAsync();

        await page.EvaluateAsync("() => { window.refuses = false; document.dispatchEvent(new Event('visibilitychange')); }");
        await page.WaitForFunctionAsync("() => window.given.released === false && document.querySelector('.sleeps').hidden");
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task The_clock_of_champ_select_runs_between_two_updates()
    {
        var select = ClientViews.ChampSelect() with { Timer = new("BAN_PICK", TimeProvider.System.GetUtcNow().AddSeconds(90), TimeSpan.FromSeconds(90)) };
        await using var mnm = await StillFeed.StartAsync(ClientViews.State(ClientViews.Open() with { ChampSelect = select }, "ChampSelect"));
        await using var chromium = await Chromium.StartAsync();
        var page = await OpenAsync(chromium, mnm, 1920, 1080);

        // Its words are in a shadow root, which only its own text shows.
        await page.WaitForFunctionAsync("() => { const text = document.querySelector('mnm-timer').shadowRoot.textContent; window.first ??= text; return text !== window.first; }");
        Assert.Matches("^1:[0-2][0-9]$", await page.EvaluateAsync<string>("() => document.querySelector('mnm-timer').shadowRoot.textContent"));
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task The_status_can_be_copied_for_a_report()
    {
        await using var mnm = await StillFeed.StartAsync(ClientViews.State(ClientViews.Open(), "Lobby"));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "status"));
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByText("SQLite 3.").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await page.GetByText("Copied").WaitForAsync();
        var text = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("phase: lobby (Lobby)", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", text, StringComparison.Ordinal);
        foreach (var (width, height) in new[] { (390, 844), (1440, 900) })
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.InRange(await page.EvaluateAsync<double>("() => document.documentElement.scrollWidth"), 1, width);
        }

        Assert.Empty(chromium.Errors);
    }

    private static Task<IPage> OpenAsync(Chromium chromium, RunningMnm mnm, int width, int height) => chromium.OpenAsync(new Uri(mnm.Address, "board"), width, height);

    private static async Task<((double Data, double Kills) Sizes, IPage Page)> MeasureAsync(Chromium chromium, RunningMnm mnm, int width, int height)
    {
        var page = await OpenAsync(chromium, mnm, width, height);
        await page.Locator(".player").Nth(9).WaitForAsync();
        Assert.True(await FitsAsync(page));
        await WaitForCircuitAsync(page, mnm);
        return ((await page.EvaluateAsync<double>(SmallestData), await page.EvaluateAsync<double>("() => document.querySelector('.kills').getBoundingClientRect().height")), page);
    }

    private static Task<bool> FitsAsync(IPage page) =>
        page.EvaluateAsync<bool>("() => { const page = document.documentElement; return page.scrollWidth <= innerWidth && page.scrollHeight <= innerHeight; }");

    /// <summary>The page follows the feed from when it is one of its readers.</summary>
    private static async Task WaitForCircuitAsync(IPage page, RunningMnm mnm)
    {
        while (mnm.Feed().Readers == 0)
        {
            await page.WaitForFunctionAsync("() => new Promise(done => requestAnimationFrame(() => done(true)))");
        }
    }

    private static LiveView Now(LiveView game) => game with { PolledAt = TimeProvider.System.GetUtcNow() };
}
