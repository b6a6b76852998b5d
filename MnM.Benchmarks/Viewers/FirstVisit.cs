using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace MnM.Benchmarks.Viewers;

/// <summary>Chromium, which is asked what a page makes it load that it has never seen before.</summary>
internal sealed class FirstVisit : IAsyncDisposable
{
    /// <summary>Nothing was asked for so long: all is there.</summary>
    private const string Quiet =
        """
        () => new Promise(done => {
          let timer = setTimeout(done, 1500);
          new PerformanceObserver(() => { clearTimeout(timer); timer = setTimeout(done, 1500); }).observe({ type: 'resource' });
        })
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private FirstVisit(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<FirstVisit> LaunchAsync()
    {
        var (playwright, browser) = await ChromiumTab.LaunchAsync();
        return new(playwright, browser);
    }

    /// <summary>Bytes that come over the network until nothing more is asked for, as they are compressed, with their headers; without those of sockets.</summary>
    public async Task<long> VisitAsync(Uri address)
    {
        // A context has a cache of its own.
        await using var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        var devtools = await context.NewCDPSessionAsync(page);
        var bytes = 0L;
        var underWay = new ConcurrentDictionary<string, string>();
        devtools.Event("Network.requestWillBeSent").OnEvent += (_, told) => underWay[Id(told)] = told!.Value.GetProperty("request").GetProperty("url").GetString()!;
        devtools.Event("Network.loadingFailed").OnEvent += (_, told) => underWay.TryRemove(Id(told), out string? _);
        devtools.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            Interlocked.Add(ref bytes, (long)told!.Value.GetProperty("encodedDataLength").GetDouble());
            underWay.TryRemove(Id(told), out string? _);
        };
        await devtools.SendAsync("Network.enable");
        await page.OpenAsync(address);
        do
        {
            await page.EvaluateAsync(Quiet);
        }
        while (underWay.Values.Any(asked => !asked.StartsWith("data:", StringComparison.Ordinal)));

        return Interlocked.Read(ref bytes);

        static string Id(JsonElement? told) => told!.Value.GetProperty("requestId").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
