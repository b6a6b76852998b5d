using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

public sealed class PhoneBarTests
{
    [BrowserFact]
    public async Task A_phones_bar_has_five_entries_that_do_not_touch_and_the_rest_behind_More()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "tft"), width: 320, height: 700);
        await Chromium.WaitForCircuitAsync(page);
        var entries = page.Locator(".rail > :is(a, button):visible");
        Assert.Equal(["Live", "Scouting", "Friends", "Time", "More"], (await entries.AllTextContentsAsync()).Select(word => word.Trim()));
        Assert.True(await entries.EvaluateAllAsync<bool>("entries => entries.every(entry => entry.scrollWidth <= entry.clientWidth && entry.clientHeight >= 44)"));

        // Behind it is the page that is shown; no key but Tab, Enter and Escape is needed.
        Assert.NotEqual("none", await entries.Last.EvaluateAsync<string>("more => getComputedStyle(more).boxShadow"));
        await entries.Last.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var sheet = page.Locator("#rail-more");
        Assert.Equal(["Games", "Champions", "TFT", "Sharing", "Riot", "Status", "Settings"], (await sheet.Locator("a").AllTextContentsAsync()).Select(word => word.Trim()));
        Assert.True(await sheet.IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await sheet.IsVisibleAsync());

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => location.pathname === '/games'");
        Assert.False(await sheet.IsVisibleAsync());
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task On_a_desk_all_pages_stand_in_the_rail()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "tft"));
        Assert.Equal(
            ["", "Live", "Scouting", "Friends", "Games", "Time", "Champions", "TFT", "Board", "Sharing", "Riot", "Status", "Settings"],
            (await page.Locator(".rail :is(a, button):visible").AllTextContentsAsync()).Select(word => word.Trim()));
    }
}
