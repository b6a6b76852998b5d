using System.Globalization;
using Microsoft.Playwright;

namespace MnM.Tests.Browser;

public sealed class GamePageTests
{
    private const string Clock = "() => document.querySelector('.clock time').textContent";
    private const string Kills = "() => [...document.querySelectorAll('.kills')].reduce((sum, one) => sum + Number(one.textContent), 0)";

    private const string Near = "part => { const range = document.querySelector('input[type=range]'); return Math.abs(range.value / range.max - part) < .04; }";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [BrowserFact]
    public async Task A_game_is_found_in_the_list_and_shown_at_any_second()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var mnm = await PlayedGame.StartAsync(patience.Token);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "games"));
        await page.Locator("a.g").ClickAsync();
        await page.Locator(".lane .p").Nth(9).WaitForAsync();
        var (clock, kills) = (await page.EvaluateAsync<string>(Clock), await page.EvaluateAsync<int>(Kills));

        // The keys work wherever the focus is: it is still on the heading.
        await page.Keyboard.PressAsync("Home");
        await page.WaitForFunctionAsync($"clock => ({Clock})() !== clock", clock);
        Assert.True(await page.EvaluateAsync<int>(Kills) < kills);
        Assert.Equal("range", await page.EvaluateAsync<string>("() => document.activeElement.type"));
        var start = await Value(page);
        await page.Keyboard.PressAsync("PageUp");
        await page.Keyboard.PressAsync("PageUp");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForFunctionAsync("value => Number(document.querySelector('input[type=range]').value) === value", start + 129);
        await page.WaitForURLAsync(address => address.EndsWith(string.Create(CultureInfo.InvariantCulture, $"?t={start + 129}"), StringComparison.Ordinal));

        await page.Keyboard.PressAsync("End");
        await page.WaitForFunctionAsync($"kills => ({Kills})() === kills", kills);
        await page.WaitForURLAsync(address => !address.Contains("t=", StringComparison.Ordinal));

        // No second of these left a step in the history.
        await page.GoBackAsync();
        await page.Locator("a.g").WaitForAsync();
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task A_link_to_a_second_is_played_from_there_by_space_and_moved_by_the_mouse()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var mnm = await PlayedGame.StartAsync(patience.Token);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "games/1?t=754"));
        await page.Locator(".lane .p").Nth(9).WaitForAsync();
        Assert.Equal(754, await Value(page));
        await page.Locator("mnm-address").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.plot svg').length === 5");

        await page.GetByRole(AriaRole.Button, new() { Name = "60×" }).ClickAsync();
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync("() => Number(document.querySelector('input[type=range]').value) > 800");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();

        var clock = await page.EvaluateAsync<string>(Clock);
        var box = (await page.Locator("input[type=range]").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width * .8f), box.Y + (box.Height / 2));
        await page.WaitForFunctionAsync(Near, .8);
        await page.WaitForFunctionAsync("clock => { const now = document.querySelector('.clock time').textContent; return now > clock && now <= document.querySelector('.at').textContent; }", clock);
        Assert.Empty(chromium.Errors);
    }

    [BrowserFact]
    public async Task Both_pages_fit_a_phone_and_an_unknown_game_is_not_found()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var mnm = await PlayedGame.StartAsync(patience.Token);
        await using var chromium = await Chromium.StartAsync();
        foreach (var (path, part) in new[] { ("games", "a.g"), ("games/1", ".lane .p"), ("games?player=nobody", ".list .st") })
        {
            var page = await chromium.OpenAsync(new Uri(mnm.Address, path), width: 390, height: 844);
            await page.Locator(part).First.WaitForAsync();
            Assert.InRange(await page.EvaluateAsync<double>("() => document.documentElement.scrollWidth"), 1, 390);
        }

        Assert.Empty(chromium.Errors);
        var answer = await mnm.Client.GetAsync("/games/99", patience.Token);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such game", await answer.Content.ReadAsStringAsync(patience.Token), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_finger_taps_a_second_of_the_slider_and_drags_it_on()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var mnm = await PlayedGame.StartAsync(patience.Token);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "games/1"), width: 390, height: 844, touch: true);
        await page.Locator(".lane .p").Nth(9).WaitForAsync();
        await page.Locator("mnm-address").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.plot svg').length === 5");

        var box = (await page.Locator("input[type=range]").BoundingBoxAsync())!;
        var finger = await page.Context.NewCDPSessionAsync(page);
        var final = await page.EvaluateAsync<int>(Kills);
        await TouchAsync("touchStart", .6);
        await TouchAsync("touchEnd");
        await page.WaitForFunctionAsync(Near, .6);
        await page.WaitForFunctionAsync($"kills => ({Kills})() < kills", final);
        var early = await page.EvaluateAsync<int>(Kills);

        var moved = (await page.Locator("input[type=range]").BoundingBoxAsync())!;
        Assert.Equal((box.X, box.Y), (moved.X, moved.Y));
        await TouchAsync("touchStart", .6);
        foreach (var part in new[] { .65, .7, .75, .8, .85 })
        {
            await TouchAsync("touchMove", part);
        }

        await TouchAsync("touchEnd");

        await page.WaitForFunctionAsync(Near, .85);
        await page.WaitForFunctionAsync($"kills => ({Kills})() > kills", early);
        await page.WaitForURLAsync(address => address.Contains("?t=", StringComparison.Ordinal));
        Assert.Equal(0, await page.EvaluateAsync<double>("() => scrollY"));
        Assert.Empty(chromium.Errors);

        Task TouchAsync(string type, params double[] parts) => finger.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = parts.Select(part => new { x = box.X + (box.Width * part), y = box.Y + (box.Height / 2) }).ToArray(),
        });
    }

    private static Task<double> Value(IPage page) => page.EvaluateAsync<double>("() => Number(document.querySelector('input[type=range]').value)");
}
