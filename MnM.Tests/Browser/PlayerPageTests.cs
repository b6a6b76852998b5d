using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

public sealed class PlayerPageTests
{
    private const int Matches = 150;

    [BrowserFact]
    public async Task The_matches_go_on_to_the_oldest_one_and_a_filter_goes_into_the_address_and_back()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await StoreAsync(mnm);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "players/Anna-EUW"), width: 390, height: 844);
        await page.Locator(".filters select:enabled").First.WaitForAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        // Only what is looked at is in the page.
        Assert.Equal(0, await Match(page, 0).CountAsync());
        await page.WaitForFunctionAsync("() => { document.querySelector('section[aria-label=Matches]').scrollIntoView(); return document.querySelector(\"a[href^='/match/EUW1_1000?']\") }");
        Assert.InRange(await page.Locator("[aria-label=Matches] ol a").CountAsync(), 8, 60);
        Assert.Equal(0, await Match(page, Matches - 1).CountAsync());
        await page.WaitForFunctionAsync($"() => {{ scrollTo(0, document.documentElement.scrollHeight); return document.querySelector(\"a[href^='/match/EUW1_{1000 + Matches - 1}?']\") }}");

        await page.Locator(".pick", new() { HasText = "Result" }).Locator("select").SelectOptionAsync("lost");
        await page.WaitForFunctionAsync("() => location.search === '?result=lost'");
        await page.Locator("[aria-label=Matches] [role=status]", new() { HasText = "50 matches" }).WaitForAsync();
        await page.GoBackAsync();
        await page.Locator("[aria-label=Matches] [role=status]", new() { HasText = "150 matches" }).WaitForAsync();
        Assert.Empty(chromium.ForeignRequests);
    }

    private static ILocator Match(IPage page, int number) => page.Locator($"[aria-label=Matches] a[href^='/match/EUW1_{1000 + number}?']");

    /// <summary>A game a day, each third lost.</summary>
    private static async Task StoreAsync(RunningMnm mnm)
    {
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", StoredGames.Id('a'));
        for (var game = 0; game < Matches; game++)
        {
            var won = game % 3 != 0;
            await StoredGames.AddMatchAsync(
                db, 1000 + game, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero).AddDays(-game), [StoredGames.Id('a'), StoredGames.Id('b')], participant: one => one.Win = won);
        }
    }
}
