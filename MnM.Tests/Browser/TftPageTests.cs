using Microsoft.Playwright;
using MnM.Tests.Hosting;
using MnM.Tests.Tft.Explorer;

namespace MnM.Tests.Browser;

public sealed class TftPageTests
{
    [BrowserFact]
    public async Task Units_are_filtered_and_ordered_one_is_opened_and_the_table_is_exported()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await PlayedBoards.StoreAsync(mnm.App.Services, matches: 150);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "tft"));
        await page.Locator("thead button:enabled").First.WaitForAsync();
        Assert.Equal(["Jinx", "Vi", "Ahri"], await Names(page).AllTextContentsAsync());

        await page.Locator("thead button", new() { HasText = "Games" }).ClickAsync();
        await page.Locator("tbody tr:first-child th .mid-w", new() { HasText = "Vi" }).WaitForAsync();
        await page.WaitForFunctionAsync("() => location.search === '?sort=-games'");

        // Only Jinx has two stars.
        await page.Locator("[aria-label=Stars] button", new() { HasTextRegex = new("^2$") }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 1");
        await page.WaitForFunctionAsync("() => location.search.includes('minStar=2&maxStar=2') && location.search.includes('sort=-games')");

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("TFT18_Jinx", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("TFT18_Vi", csv, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Open", Exact = true }).ClickAsync();
        await page.Locator("section[aria-label=Builds] tbody tr").First.WaitForAsync();
        await page.WaitForFunctionAsync("() => location.pathname === '/tft/unit/TFT18_Jinx'");
        Assert.Equal("Jinx", await page.Locator("h1").TextContentAsync());
        await page.Locator("section[aria-label=Items] tbody a").First.ClickAsync();
        await page.Locator("section[aria-label='Units that carry it'] tbody tr").First.WaitForAsync();
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_is_too_wide_and_the_filters_are_a_sheet()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await PlayedBoards.StoreAsync(mnm.App.Services, matches: 150);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "tft"), width: 390, height: 844);
        await page.Locator("thead button:enabled").First.WaitForAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.False(await page.Locator("#tft-filters").IsVisibleAsync());

        await page.Locator("button[popovertarget=tft-filters].open").ClickAsync();
        await page.Locator("#tft-filters").WaitForAsync();
        await page.Locator("#tft-filters [aria-label=Stars] button", new() { HasTextRegex = new("^2$") }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelectorAll('tbody tr').length === 1");
        Assert.True(await page.Locator("#tft-filters").IsVisibleAsync());
        await page.Locator("#tft-filters .close").ClickAsync();
        Assert.Equal("Filters · 1", await page.Locator("button[popovertarget=tft-filters].open").TextContentAsync());
        Assert.Empty(chromium.Errors);
    }

    private static ILocator Names(IPage page) => page.Locator("section.main tbody th .mid-w");
}
