using System.Globalization;
using Microsoft.Playwright;

namespace MnM.Benchmarks.Viewers;

/// <summary>A real tab with the live page, which notes when the page shows which poll.</summary>
internal sealed class ChromiumTab : IAsyncDisposable
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private const string Notes =
        """
        window.polls = [];
        new MutationObserver(changes => {
          for (const { target } of changes) window.polls.push(`${target.getAttribute('poll')} ${Date.now()}`);
        }).observe(document, { subtree: true, attributeFilter: ['poll'] });
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private ChromiumTab(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, _page) = (playwright, browser, page);

    public static string Program => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given ? given : "/usr/bin/chromium";

    public static string? FindLack() => File.Exists(Program) ? null : $"There is no Chromium at {Program}; install it, or let CHROMIUM_PATH name it.";

    /// <summary>Chromium without a page.</summary>
    public static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        try
        {
            return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>Opens the page and waits until it shows a later poll than the one it was made with.</summary>
    public static async Task<ChromiumTab> OpenAsync(Uri address)
    {
        var (playwright, browser) = await LaunchAsync();
        try
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
            await page.AddInitScriptAsync(Notes);
            await page.GotoAsync(address.AbsoluteUri);
            await page.WaitForFunctionAsync("() => window.polls.length > 1");
            return new(playwright, browser, page);
        }
        catch
        {
            await browser.DisposeAsync();
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>All polls that it has shown so far.</summary>
    public async Task<IReadOnlyList<Sighting>> ReadAsync() =>
    [
        .. (await _page.EvaluateAsync<string[]>("() => window.polls")).Select(note => note.Split(' ')).Select(parts => new Sighting(
            "tab", int.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)))),
    ];

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
