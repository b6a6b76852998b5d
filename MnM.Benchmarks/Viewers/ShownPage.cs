using System.Diagnostics;
using Microsoft.Playwright;

namespace MnM.Benchmarks.Viewers;

/// <summary>Chromium, which is asked how long a page takes until it is there to be read.</summary>
internal sealed class ShownPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ShownPage(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<ShownPage> LaunchAsync()
    {
        var (playwright, browser) = await ChromiumTab.LaunchAsync();
        return new(playwright, browser);
    }

    /// <summary>Milliseconds from asking for a page until its main part has those words and is not busy any more.</summary>
    public async Task<double> ShowAsync(Uri address, string words)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var start = Stopwatch.GetTimestamp();
        await page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync(
            "words => { const main = document.querySelector('main'); return main && main.innerText.includes(words) && !main.querySelector('[aria-busy=true]'); }", words);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await page.CloseAsync();
        return took;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
