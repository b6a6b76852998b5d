using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

public sealed class FriendsPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [BrowserFact]
    public async Task A_friend_is_added_paused_and_removed_by_keyboard_alone()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Friends = 6 }, TimeProvider.System, patience.Token);
        await using var mnm = await RunningMnm.StartAsync(settings:
        [
            ("RIOT_BASE_URL", simulator.Settings.RiotBaseUrl), ("RIOT_API_KEY", simulator.Settings.RiotApiKey), ("DATA_DRAGON_URL", simulator.Settings.DataDragonUrl),
        ]);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "friends"));

        // The page takes the focus to its heading when it comes to life, and typing must not begin before.
        await page.Locator("#friend-riot-id:enabled").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.tagName === 'H1'");
        await page.Locator("#friend-riot-id").FocusAsync();
        await page.Keyboard.TypeAsync("Nobody At All#MATES");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Nobody is called Nobody At All#MATES.").WaitForAsync();

        // The field has the focus again, with what was typed.
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'friend-riot-id'");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("amber acorn#mates");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("article[aria-label='Amber Acorn#MATES']").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'friend-riot-id' && document.activeElement.value === ''");

        await page.Locator("[aria-label='Pause Amber Acorn']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("article.off").WaitForAsync();
        await page.Locator("[aria-label='Remove Amber Acorn']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.activeElement.textContent === 'Keep'");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Nobody is followed yet").WaitForAsync();

        Assert.Equal(0, await page.Locator("article.card").CountAsync());
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }
}
