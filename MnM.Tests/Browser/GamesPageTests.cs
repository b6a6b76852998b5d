using Microsoft.Playwright;
using MnM.Tests.Browser.Tour;

namespace MnM.Tests.Browser;

public sealed class GamesPageTests
{
    private const string Focused = "() => document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label')";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [BrowserFact]
    public async Task A_game_is_starred_and_its_recording_deleted_by_keyboard_alone()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var mnm = await PlayedGame.StartAsync(patience.Token);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "games"));
        await page.Locator(".rz-dropdown").First.WaitForAsync();

        await page.Locator("a.g").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".star[aria-pressed=true]").WaitForAsync();

        // The star keeps the recording from being deleted.
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".star[aria-pressed=false]").WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await DeleteByMenuAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.WaitForFunctionAsync("() => document.activeElement.classList.contains('more')");
        await DeleteByMenuAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await DeleteByMenuAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("recording deleted").WaitForAsync();
        await page.Locator("a.g").ClickAsync();
        await page.GetByText("The recording was deleted.").WaitForAsync();
        Assert.Equal(10, await page.Locator(".lane .p").CountAsync());
        Assert.Equal(0, await page.Locator("input[type=range]").CountAsync());
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task Lists_with_a_search_and_a_calendar_filter_the_games_in_both_themes()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var mnm = await PlayedGame.StartAsync(patience.Token);
        await using var chromium = await Chromium.StartAsync();

        // The live page has none of Radzen's styles; they come with the first page that needs them.
        var page = await chromium.OpenAsync(mnm.Address);
        await page.Locator(".rail > a[href='/games']").ClickAsync();
        await page.Locator("a.g").WaitForAsync();
        var champion = await page.Locator(".what b").TextContentAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Champion" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.matches('.rz-dropdown-filter')");
        await page.Keyboard.TypeAsync(champion![..3].ToUpperInvariant());
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.rz-dropdown-item')].filter(item => item.checkVisibility()).length === 1");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await AddressAsync(page, "champion=");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Time" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "From – to" }).ClickAsync();
        await AddressAsync(page, "time=range");
        await page.GetByLabel("Choose the days").ClickAsync();
        var month = await page.Locator(".rz-calendar-title-text").First.TextContentAsync();
        await page.Locator(".rz-calendar-prev").ClickAsync();
        await page.WaitForFunctionAsync("month => document.querySelector('.rz-calendar-title-text').textContent !== month", month);
        var days = page.Locator(".rz-calendar-view-panel").First.Locator("td:not(.rz-calendar-other-month) span");
        await days.GetByText("10", new() { Exact = true }).ClickAsync();
        await AddressAsync(page, "-10$");
        await days.GetByText("12", new() { Exact = true }).ClickAsync();
        await AddressAsync(page, "-10&to=.*-12$");
        await page.GetByText("No game fits").WaitForAsync();

        foreach (var theme in new[] { "dark", "light" })
        {
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Result" }).ClickAsync();
            await page.GetByRole(AriaRole.Option, new() { Name = "Defeat" }).WaitForAsync();
            Assert.True(await page.EvaluateAsync<bool>(
                """
                () => {
                  const probe = document.body.appendChild(document.createElement('i'));
                  probe.style.cssText = 'background-color: var(--overlay); color: var(--text-1)';
                  const [ours, theirs] = [probe, [...document.querySelectorAll('.rz-dropdown-panel')].find(panel => panel.checkVisibility())].map(one => getComputedStyle(one));
                  const same = ours.backgroundColor === theirs.backgroundColor && ours.color === theirs.color && theirs.fontFamily.includes('Inter');
                  probe.remove();
                  return same;
                }
                """));
            await page.Keyboard.PressAsync("Escape");
        }

        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    private static Task<IJSHandle> AddressAsync(IPage page, string pattern) => page.WaitForFunctionAsync("pattern => new RegExp(pattern).test(location.href)", pattern);

    /// <summary>From the button of the menu to the question, whose safe answer has the focus.</summary>
    private static async Task DeleteByMenuAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.activeElement.classList.contains('more')");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.activeElement.classList.contains('rz-menu')");
        Assert.Empty(await page.EvaluateAsync<string[]>(PageTour.BareIcons));
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(PageTour.BareIcons));
        await page.WaitForFunctionAsync($"() => ({Focused})() === 'Keep it'");
    }
}
