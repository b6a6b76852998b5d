using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

/// <summary>The search of the bar in a browser, and where it leads.</summary>
public sealed class SearchTests
{
    [BrowserFact]
    public async Task Keys_lead_from_the_search_to_a_player_and_on_to_a_match()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await StoreAsync(mnm);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "champion"));
        var box = page.Locator("#mnm-search:enabled");
        await box.WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("anna");
        await page.Locator("[role=option]", new() { HasText = "Anna#EUW" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await AtAsync(page, "/players/Anna-EUW");
        await page.Locator("h1", new() { HasText = "Anna" }).WaitForAsync();
        Assert.Equal("", await box.InputValueAsync());

        await page.Locator("a[href*='/match/EUW1_']").First.ClickAsync();
        await AtAsync(page, "/match/EUW1_70000");
        Assert.NotEqual("Not found", await page.Locator("h1").InnerTextAsync());

        // A page that has come takes the focus to its headline, once.
        await page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");
        await page.Keyboard.PressAsync("Control+k");
        Assert.Equal("mnm-search", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.TypeAsync("EUW1_7");
        await page.Keyboard.PressAsync("Escape");
        Assert.NotEqual("mnm-search", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Locator(".found").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task On_a_phone_the_search_takes_the_bar_and_no_page_is_too_wide()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await StoreAsync(mnm);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "champion/103"), width: 390, height: 844, touch: true);
        var icon = page.Locator(".bar .search");
        await Chromium.WaitForCircuitAsync(page);
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal((44, 44), ((await icon.BoundingBoxAsync())!.Width, (await icon.BoundingBoxAsync())!.Height));
        await icon.TapAsync();
        Assert.True((await icon.BoundingBoxAsync())!.Width > 350);
        await page.Keyboard.TypeAsync("anna");
        await page.Locator("[role=option]").First.TapAsync();
        await AtAsync(page, "/players/Anna-EUW");
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(chromium.Errors);
    }

    // Pages follow each other without a load.
    private static Task<IJSHandle> AtAsync(IPage page, string address) => page.WaitForFunctionAsync("start => location.pathname.startsWith(start)", address);

    /// <summary>Some games of one player.</summary>
    private static async Task StoreAsync(RunningMnm mnm)
    {
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", StoredGames.Id('a'));
        for (var game = 0; game < 15; game++)
        {
            await StoredGames.AddMatchAsync(db, 7_000_000 + game, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero).AddDays(-game), [StoredGames.Id('a'), StoredGames.Id('b')]);
        }
    }
}
