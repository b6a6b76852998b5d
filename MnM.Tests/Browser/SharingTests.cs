using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Sharing;
using MnM.Tests.Sharing;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Browser;

public sealed class SharingTests
{
    [BrowserFact]
    public async Task A_device_comes_in_by_a_code_and_is_led_away_when_it_is_revoked()
    {
        // Whoever asks comes from this machine here, and is a stranger all the same.
        await using var lan = await LanMnm.StartAsync(settings: ("OWNER_FROM_LOOPBACK", "false"));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(lan.Mnm.Address, 390, 844, touch: true);
        await page.WaitForURLAsync("**/pair");

        await page.Locator("#pair-code").FillAsync("000000");
        await page.Locator("#pair-name").FillAsync("<b>Mika</b>");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("No code is open. Ask for a new one.").WaitForAsync();
        await page.Locator("#pair-code").FillAsync((await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(lan.Mnm.Address.AbsoluteUri);
        await page.Locator(".rail").WaitForAsync();
        await Chromium.WaitForCircuitAsync(page);

        await lan.Desk.RevokeAsync(await lan.OnlyDeviceAsync(), CancellationToken.None);

        await page.WaitForURLAsync("**/pair");
        await page.GetByText("Join this MnM").WaitForAsync();
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task A_device_lands_where_it_wanted_to_go_and_never_at_another_site()
    {
        await using var lan = await LanMnm.StartAsync(settings: ("OWNER_FROM_LOOPBACK", "false"));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(lan.Mnm.Address, "champion?q=a%26b"));
        await page.WaitForURLAsync(new Regex(@"/pair\?to="));
        await PairAsync(page, lan);
        await page.WaitForURLAsync(new Uri(lan.Mnm.Address, "champion?q=a%26b").AbsoluteUri);

        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example/", "/\t/evil.example/", "javascript:alert(1)", "http://" })
        {
            page = await chromium.OpenAsync(new Uri(lan.Mnm.Address, $"pair?to={Uri.EscapeDataString(elsewhere)}"));
            await PairAsync(page, lan);
            await page.WaitForURLAsync(lan.Mnm.Address.AbsoluteUri);
        }

        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task A_page_of_a_device_that_is_sent_away_is_gone_within_five_seconds()
    {
        await using var lan = await LanMnm.StartAsync(settings: ("OWNER_FROM_LOOPBACK", "false"));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(lan.Mnm.Address, "pair"));
        await PairAsync(page, lan);
        await page.Locator(".rail").WaitForAsync();
        await Chromium.WaitForCircuitAsync(page);

        var start = Stopwatch.GetTimestamp();
        await lan.Desk.RevokeAsync(await lan.OnlyDeviceAsync(), CancellationToken.None);
        await page.Locator(".rail").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [BrowserFact]
    public async Task The_owner_shares_shows_a_code_sees_who_came_and_sends_them_away()
    {
        await using var lan = await LanMnm.StartAsync(isShared: false, services => services.AddSingleton(new LanAddresses(() => [IPAddress.Parse("10.99.99.99")])));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(lan.Mnm.Address, "sharing"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Share with the local network" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();
        await page.GetByText($"http://10.99.99.99:{lan.Mnm.Address.Port}").First.WaitForAsync();
        await page.GetByText("Show a code").ClickAsync();
        await page.Locator("svg.qr path").WaitForAsync();
        var pairing = lan.Mnm.App.Services.GetRequiredService<PairingDesk>().Current!;
        Assert.Equal($"{pairing.Code[..3]} {pairing.Code[3..]}", await page.Locator(".code").InnerTextAsync());

        var friend = await chromium.OpenAsync(new Uri(lan.Mnm.Address, $"pair#{pairing.LinkToken}"));
        Assert.EndsWith("/pair", friend.Url, StringComparison.Ordinal);
        await friend.Locator("#pair-name").FillAsync("Mika’s phone");
        await friend.GetByText("Join", new() { Exact = true }).ClickAsync();
        await friend.WaitForURLAsync(lan.Mnm.Address.AbsoluteUri);

        await page.GetByLabel("Send away Mika’s phone").ClickAsync();
        await page.GetByText("Send away", new() { Exact = true }).ClickAsync();
        await page.GetByText("No device was let in yet.").WaitForAsync();
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    [BrowserFact]
    public async Task A_page_that_sends_thousands_of_messages_at_once_is_cut_off()
    {
        await using var lan = await LanMnm.StartAsync(settings: ("OWNER_FROM_LOOPBACK", "false"));
        await using var chromium = await Chromium.StartAsync();
        TaskCompletionSource cut = new();
        var page = await chromium.OpenAsync(new Uri(lan.Mnm.Address, "pair"), before: opening =>
        {
            opening.WebSocket += (_, socket) => socket.Close += (_, _) => cut.TrySetResult();
            return Task.CompletedTask;
        });
        await PairAsync(page, lan);
        await Chromium.WaitForCircuitAsync(page);
        Assert.False(cut.Task.IsCompleted);

        await page.EvaluateAsync("() => { const box = document.getElementById('mnm-search'); for (let i = 0; i < 20000; i++) { box.value = `a${i}`; box.dispatchEvent(new Event('input', { bubbles: true })); } }");

        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task PairAsync(IPage page, LanMnm lan)
    {
        await page.Locator("#pair-code").FillAsync((await lan.Desk.OpenCodeAsync(CancellationToken.None))!.Code);
        await page.Keyboard.PressAsync("Enter");
    }
}
