using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

public sealed class LivePageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [BrowserFact]
    public async Task The_page_follows_the_game()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Seed = 11, Speed = 40 }, TimeProvider.System, patience.Token);
        await using var mnm = await StartAsync(simulator);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(mnm.Address);
        var feed = mnm.App.Services.GetRequiredService<Feed<LiveState>>();

        // Whatever the game did until its third kill, the page shows what was published, without a reload.
        await feed.WatchAsync(patience.Token).FirstAsync(state => state.RunningGame?.Teams.Sum(team => team.Kills) >= 3, patience.Token);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.kills')].reduce((sum, one) => sum + Number(one.textContent), 0) >= 3");
        Assert.Equal(10, await page.Locator(".lane .p").CountAsync());
        Assert.Equal(10, await page.Locator(".lane .tile img").CountAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.images].filter(one => one.complete && one.naturalWidth === 0).length"));
        var clock = await page.Locator(".clock time").TextContentAsync();
        await page.WaitForFunctionAsync("clock => document.querySelector('.clock time').textContent !== clock", clock);
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task The_page_goes_from_waiting_to_the_result_by_itself()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var chromium = await Chromium.StartAsync();
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Seed = 12, Speed = 300 }, TimeProvider.System, patience.Token);
        await using var mnm = await StartAsync(simulator);
        var page = await chromium.OpenAsync(mnm.Address);
        var ended = await mnm.App.Services.GetRequiredService<Feed<LiveState>>().WatchAsync(patience.Token)
            .FirstAsync(state => state.Connection == LiveConnection.Ended, patience.Token);
        await page.GetByText(ended.LastGame!.Won == true ? "Victory" : "Defeat").First.WaitForAsync();
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task The_demo_starts_and_stops_from_the_page()
    {
        using var folder = new TemporaryFolder();
        using var mnm = new MnmProcess("--data", folder.Path, "--urls", "http://127.0.0.1:0", "--demo-speed", "15", "--DATA_DRAGON_URL", "http://127.0.0.1:9");
        var address = new Uri((await mnm.LineAsync("listens on")).Split("listens on ")[1].Split(';')[0]);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the demo" }).ClickAsync();
        await page.GetByText(": a simulated game").WaitForAsync(new() { Timeout = 60_000 });
        await page.Locator("mnm-age[poll]").WaitForAsync(new() { Timeout = 60_000, State = WaitForSelectorState.Attached });

        using var client = new HttpClient { BaseAddress = address };
        var live = JsonNode.Parse(await client.GetStringAsync("/api/games/live"))!;
        Assert.Equal(10, live["players"]!.AsArray().Count);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the demo" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the demo" }).WaitForAsync(new() { Timeout = 60_000 });
        Assert.Equal("[]", await client.GetStringAsync("/api/games"));
        Assert.True(File.Exists(folder.File("demo/mnm.db")));
    }

    [BrowserFact]
    public async Task The_page_fits_a_phone_without_scrolling_sideways()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Seed = 13, Speed = 40 }, TimeProvider.System, patience.Token);
        await using var mnm = await StartAsync(simulator);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(mnm.Address, width: 390, height: 844);
        await page.Locator(".lane .p").Nth(9).WaitForAsync();
        var width = await page.EvaluateAsync<double>("() => document.documentElement.scrollWidth");
        Assert.True(width <= 390, $"The page is {width.ToString(CultureInfo.InvariantCulture)} px wide.");
    }

    private static Task<RunningMnm> StartAsync(SimulatorHost simulator) => RunningMnm.StartAsync(settings:
    [
        ("LIVE_CLIENT_URL", simulator.Settings.LiveClientUrl), ("LIVE_CLIENT_ROOT", simulator.Settings.LiveClientRoot),
        ("DATA_DRAGON_URL", simulator.Settings.DataDragonUrl), ("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", "false"), ("POLLING_INTERVAL_SECONDS", "0.5"),
    ]);
}
