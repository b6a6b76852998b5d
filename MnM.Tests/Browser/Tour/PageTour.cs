using System.Collections.Concurrent;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Tests.Hosting;
using MnM.Tests.Security;
using MnM.Web.Security;

namespace MnM.Tests.Browser.Tour;

/// <summary>
/// Visits every page once, each with a browser that has never been here: one host and one Chromium for all.
/// With MNM_PICTURES=FOLDER it also takes pictures of them: phone, desktop and 4K, dark and light.
/// </summary>
public sealed class PageTour : IDisposable
{
    private const string Welcome = "/welcome";
    private const string Quiet = "() => document.fonts.status === 'loaded' && document.querySelector('main [aria-busy=true], main .sk, main .filters-wait') === null";
    private const string Drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    // Without its own reading of style sheets, which the content policy refuses.
    private const string Audit =
        """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
          return violations.filter(rule => rule.impact === 'serious' || rule.impact === 'critical').flatMap(rule => rule.nodes.map(node => `${rule.id} ${node.html}`));
        }
        """;

    /// <summary>Icons without a drawing, MnM's own and Radzen's.</summary>
    internal const string BareIcons = "() => [...document.querySelectorAll('.i, .rzi')].filter(icon => getComputedStyle(icon).maskImage === 'none').map(icon => icon.outerHTML)";

    private static readonly (string Name, int Width, int Height)[] Windows = [("desktop", 1440, 900), ("phone", 390, 844)];
    private static readonly (string Name, int Width, int Height) Tv = ("4k", 3840, 2160);
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("MNM_PICTURES") is { Length: > 0 } folder ? folder : null;

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(10));
    private readonly string _axe = new BundledAxeScriptProvider().GetScript();
    private Task<IReadOnlyList<PageVisit>>? _visits;

    internal Task<IReadOnlyList<PageVisit>> VisitsAsync() => _visits ??= TravelAsync();

    public void Dispose() => _patience.Dispose();

    private async Task<IReadOnlyList<PageVisit>> TravelAsync()
    {
        await using var chromium = await Chromium.StartAsync();
        var visits = new List<PageVisit>();
        await using (var demo = await TourWorld.StartAsync())
        {
            await VisitAllAsync(StopsOf(demo));
        }

        await using (var first = await Settings.FirstRunTests.StartNewAsync())
        {
            await VisitAllAsync([new(Welcome, new(first.Address, Welcome))]);
        }

        await using (var shared = await SharedWorld.StartAsync())
        {
            await VisitAllAsync(shared.Stops);
        }

        await using (var damaged = await DamagedWorld.StartAsync())
        {
            await VisitAllAsync(damaged.Stops);
        }

        return visits;

        async Task VisitAllAsync(IEnumerable<TourStop> stops)
        {
            foreach (var stop in stops)
            {
                visits.Add(await VisitAsync(chromium, stop));
            }
        }
    }

    /// <summary>All pages but the one that the demo leads away from.</summary>
    private static IEnumerable<TourStop> StopsOf(RunningMnm demo) => demo.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        .DistinctBy(route => route.RoutePattern.RawText)
        .Select(route => (Name: '/' + route.RoutePattern.RawText!.Trim('/'), Who: RouteTable.Of(route)))
        .Where(page => page.Name != Welcome)
        // A page for everyone has no circuit.
        .Select(page => new TourStop(page.Name, new(demo.Address, TourWorld.AddressOf(page.Name))) { IsLive = page.Who != "yes yes yes" });

    private async Task<PageVisit> VisitAsync(Chromium chromium, TourStop stop)
    {
        var visit = new PageVisit(stop.Name);
        var (underWay, lives) = (new ConcurrentDictionary<string, string>(), new TaskCompletionSource());
        var page = await chromium.OpenAsync(stop.Address, Windows[0].Width, Windows[0].Height, before: async page =>
        {
            page.SetDefaultTimeout(120_000);
            if (stop.Device is { } device)
            {
                await page.Context.AddCookiesAsync([new() { Name = DeviceCookie.Name, Value = device, Url = stop.Address.GetLeftPart(UriPartial.Authority) }]);
            }

            // Colours that fade would be measured half-way.
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => lives.TrySetResult();
            await CountAsync(page, stop.Address, visit, underWay);
        });
        if (stop.IsLive)
        {
            await lives.Task.WaitAsync(_patience.Token);
        }

        await SettleAsync(page, underWay);
        Assert.Equal(stop.Address.AbsoluteUri, page.Url);
        visit.BareIcons = await page.EvaluateAsync<string[]>(BareIcons);
        await page.EvaluateAsync(_axe);
        foreach (var window in Windows)
        {
            await LookAsync(page, visit, window);
        }

        if (Pictures is not null)
        {
            await LookAsync(page, visit, Tv);
        }

        visit.Errors.AddRange(chromium.Errors.Where(error => stop.Refusal is not { } refusal || !error.EndsWith(refusal, StringComparison.Ordinal)));
        chromium.Errors.Clear();
        await page.Context.CloseAsync();
        return visit;
    }

    /// <summary>Notes what the page asks for and what comes.</summary>
    private static async Task CountAsync(IPage page, Uri address, PageVisit visit, ConcurrentDictionary<string, string> underWay)
    {
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            var asked = new Uri(sent!.Value.GetProperty("request").GetProperty("url").GetString()!);
            if (asked.Scheme == "data")
            {
                return;
            }

            underWay[Id(sent)] = asked.AbsolutePath;
            if (asked.Authority != address.Authority)
            {
                visit.Foreign.Add(asked.AbsoluteUri);
            }
        };
        network.Event("Network.loadingFailed").OnEvent += (_, failed) => underWay.TryRemove(Id(failed), out string? _);
        network.Event("Network.loadingFinished").OnEvent += (_, finished) =>
        {
            if (underWay.TryRemove(Id(finished), out var path))
            {
                visit.Received[path] = visit.Received.GetValueOrDefault(path) + (long)finished!.Value.GetProperty("encodedDataLength").GetDouble();
            }
        };
        await network.SendAsync("Network.enable");

        static string Id(JsonElement? message) => message!.Value.GetProperty("requestId").GetString()!;
    }

    /// <summary>Until everything has come and is drawn.</summary>
    private async Task SettleAsync(IPage page, ConcurrentDictionary<string, string> underWay)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        do
        {
            _patience.Token.ThrowIfCancellationRequested();
            await page.WaitForFunctionAsync(Quiet);
            await page.EvaluateAsync(Drawn);
        }
        while (!underWay.IsEmpty);
    }

    private static async Task LookAsync(IPage page, PageVisit visit, (string Name, int Width, int Height) window)
    {
        await page.SetViewportSizeAsync(window.Width, window.Height);
        foreach (var theme in new[] { "dark", "light" })
        {
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            await page.EvaluateAsync(Drawn);
            visit.Barriers.AddRange((await page.EvaluateAsync<string[]>(Audit)).Select(barrier => $"{window.Name} {theme}: {barrier}"));
            if (Pictures is not null)
            {
                var name = visit.Route is "/" ? "live" : string.Join('-', visit.Route.Split(['/', '{', '}', ':', ',', ' '], StringSplitOptions.RemoveEmptyEntries));
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{window.Name}-{theme}.png"), FullPage = true });
            }
        }

        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (width > window.Width)
        {
            visit.TooNarrow.Add($"{window.Name}: {width} px");
        }
    }
}
