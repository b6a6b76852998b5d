using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MnM.Benchmarks.Viewers;

/// <summary>Chromium with axe, which finds what keeps people from using a page.</summary>
internal sealed class PageAudit : IAsyncDisposable
{
    private const string Shown = "() => document.title !== '' && document.fonts.status === 'loaded' && document.querySelector('main [aria-busy=true], main .sk') === null";

    private const string Lack = "() => `title '${document.title}', fonts ${document.fonts.status}, ${document.querySelector('main [aria-busy=true], main .sk')?.outerHTML ?? 'nothing awaited'}`";

    // Without its own reading of style sheets, which the content policy refuses.
    private const string Audit =
        """
        async theme => {
          document.documentElement.dataset.theme = theme;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
          return violations.filter(rule => rule.impact === 'serious' || rule.impact === 'critical').flatMap(rule => rule.nodes.map(node => `${theme}: ${rule.id} ${node.html}`));
        }
        """;

    /// <summary>The demo's limits are a personal key's: the last of the scouted games comes after ten minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly string[] Themes = ["dark", "light"];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _axe = new BundledAxeScriptProvider().GetScript();

    private PageAudit(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<PageAudit> LaunchAsync()
    {
        var (playwright, browser) = await ChromiumTab.LaunchAsync();
        return new(playwright, browser);
    }

    /// <summary>What axe calls serious or critical in either theme, with the theme and the element.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(Uri address, bool hasCircuit)
    {
        await using var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var lives = new TaskCompletionSource();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => lives.TrySetResult();
        await page.OpenAsync(address);
        if (hasCircuit)
        {
            // With its circuit a page is drawn a second time, and has no title for a moment.
            await lives.Task.WaitAsync(Patience);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        try
        {
            await page.WaitForFunctionAsync(Shown, null, new() { Timeout = (float)Patience.TotalMilliseconds });
        }
        catch (TimeoutException fault)
        {
            throw new TimeoutException($"{address.PathAndQuery} was never shown whole: {await page.EvaluateAsync<string>(Lack)}.", fault);
        }

        await page.EvaluateAsync(_axe);
        List<string> barriers = [];
        foreach (var theme in Themes)
        {
            barriers.AddRange(await page.EvaluateAsync<string[]>(Audit, theme));
        }

        return barriers;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
