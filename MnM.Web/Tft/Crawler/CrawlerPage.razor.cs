using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Crawler;

/// <summary>What the crawler crawls, how far it is, what it has brought and what went wrong.</summary>
public sealed partial class CrawlerPage(CrawlerMonitor monitor, CrawlerSource source, TimeProvider time)
{
    /// <summary>Counting what there is costs more than the rest, and changes slowly.</summary>
    private static readonly TimeSpan CoverageAge = TimeSpan.FromSeconds(30);

    private CrawlerScene _scene = CrawlerScene.Loading;
    private TftCovered? _covered;
    private DateTimeOffset _coveredAt;
    private bool _reading;

    /// <inheritdoc/>
    protected override void OnInitialized() => Watch(monitor.Scenes, scene => _scene = scene);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_reading && time.GetUtcNow() - _coveredAt >= CoverageAge)
        {
            await CoverAsync();
        }
    }

    private async Task CoverAsync()
    {
        (_reading, _coveredAt) = (true, time.GetUtcNow());
        try
        {
            _covered = await source.Coverage(CancellationToken.None);
        }
        finally
        {
            _reading = false;
        }

        StateHasChanged();
    }

    private async Task<string?> DeriveAsync()
    {
        var fault = await source.DeriveAgain(CancellationToken.None);
        await CoverAsync();
        return fault;
    }
}
