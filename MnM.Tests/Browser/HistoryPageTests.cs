using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Browser;

public sealed class HistoryPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [BrowserFact]
    public async Task An_import_is_begun_the_page_is_loaded_anew_in_the_middle_and_it_ends()
    {
        var world = new PastWorld(DateTimeOffset.UnixEpoch.AddDays(20_700));
        world.Play(60, "Anna");
        var riot = new HoldingRiot(world, matches: 30);
        await using var mnm = await RunningMnm.StartAsync(
            services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => riot), settings: ("RIOT_API_KEY", RiotRun.Key));
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new Uri(mnm.Address, "history"));
        await page.Locator("#import-riot-id:enabled").FillAsync("Anna#EUW");
        await page.Locator("form button[type=submit]").ClickAsync();
        await riot.Held.WaitAsync(Patience);
        await page.GetByText("30 of 60 matches").First.WaitForAsync();
        var address = page.Url;
        Assert.Contains("/history?import=", address, StringComparison.Ordinal);

        await page.ReloadAsync();
        await page.GetByText("30 of 60 matches").First.WaitForAsync();
        Assert.Equal("30", await page.Locator("[role=progressbar]").GetAttributeAsync("aria-valuenow"));
        Assert.Equal(12, await page.Locator("[aria-label=Matches] tbody tr").CountAsync());

        riot.GoOn();
        await page.GetByText("60 of 60 matches").First.WaitForAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
        await page.Locator("[role=progressbar]").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        Assert.Equal(address, page.Url);
        Assert.Empty(chromium.Errors);
        Assert.Empty(chromium.ForeignRequests);
    }

    /// <summary>Answers for so many matches, and for others when it may go on.</summary>
    private sealed class HoldingRiot(PastWorld world, int matches) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public Task Held => _held.Task;

        public void GoOn() => _goOn.TrySetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.PathAndQuery;
            if (path.Contains("/matches/EUW1_", StringComparison.Ordinal) && Interlocked.Increment(ref _asked) > matches)
            {
                _held.TrySetResult();
                await _goOn.Task.WaitAsync(cancellationToken);
            }

            return world.Answer(path);
        }
    }
}
