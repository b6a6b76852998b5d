using Microsoft.Playwright;

namespace MnM.Tests.Browser;

/// <summary>Chromium for one test, with the flags that keep it from calling home.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>What pages wrote to the console as an error, or threw.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Requests of pages that left this machine.</summary>
    public List<string> ForeignRequests { get; } = [];

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserFactAttribute.ChromiumPath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }));
    }

    /// <summary>A page of a browser that has never been here.</summary>
    /// <param name="before">What is to be done with the page before it is loaded.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1440, int height = 900, bool touch = false, Func<IPage, Task>? before = null)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = touch });
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { IsLoopback: false, Scheme: "http" or "https" or "ws" or "wss" })
            {
                ForeignRequests.Add(request.Url);
            }
        };
        await (before?.Invoke(page) ?? Task.CompletedTask);
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Waits until the page's circuit has drawn it anew: the search can be used as soon as it is there. What was focused or open before is not any more.</summary>
    public static Task WaitForCircuitAsync(IPage page) =>
        page.Locator("#mnm-search:enabled").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
