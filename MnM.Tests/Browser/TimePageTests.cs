using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

public sealed class TimePageTests
{
    private const string ZoneInAddress = "() => location.search === '?tz=America%2FSao_Paulo'";

    [BrowserFact]
    public async Task On_a_phone_nothing_is_too_wide_and_charts_speak_to_the_keyboard_and_the_zone_is_remembered()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await StoreAsync(mnm);
        await using var chromium = await Chromium.StartAsync();
        var address = new Uri(mnm.Address, "players/Anna-EUW/time");
        var page = await chromium.OpenAsync(address, width: 390, height: 844);
        await page.Locator(".filters select:enabled").First.WaitForAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        // The page takes the focus to its heading when it comes to life.
        await page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");
        var day = page.Locator("[aria-label=Days] [data-cells] [tabindex='0']");
        var last = await day.GetAttributeAsync("aria-label");
        await day.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        var tip = page.Locator(".floating-tip:visible");
        Assert.Matches("^[A-Z][a-z]{2} [0-9]+ [A-Z][a-z]{2} [0-9]{4}: 1 game, ", await tip.TextContentAsync());
        Assert.NotEqual(last, await tip.TextContentAsync());
        Assert.Equal(1, await day.CountAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await tip.CountAsync());

        await Zone(page).SelectOptionAsync("America/Sao_Paulo");
        await page.WaitForFunctionAsync(ZoneInAddress);
        await page.GotoAsync(address.AbsoluteUri);
        await page.WaitForFunctionAsync(ZoneInAddress);
        // The address comes first, then what is read for it.
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.pick select')].some(zone => zone.value === 'America/Sao_Paulo')");
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    private static ILocator Zone(IPage page) => page.Locator(".pick", new() { HasText = "Times in" }).Locator("select");

    /// <summary>A game a day for some weeks.</summary>
    private static async Task StoreAsync(RunningMnm mnm)
    {
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", StoredGames.Id('a'));
        for (var game = 0; game < 30; game++)
        {
            await StoredGames.AddMatchAsync(db, game, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero).AddDays(-game), [StoredGames.Id('a'), StoredGames.Id('b')]);
        }
    }
}
