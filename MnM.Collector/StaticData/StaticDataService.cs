using Microsoft.Extensions.Logging;

namespace MnM.Collector.StaticData;

/// <summary>Looks for a newer catalog at start and once a day; every ten minutes while Data Dragon cannot be reached or the database does not take it.</summary>
internal sealed class StaticDataService(StaticDataStore store, TftStore tft, ChampionTable champions, TimeProvider time, ILogger<StaticDataService> logger) : PollingService(time, logger)
{
    private bool _isStored;

    protected override TimeSpan Interval => store.UpToDate && tft.UpToDate && _isStored ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // /health waits for a catalog; who looks for a newer one tells what went wrong here.
        _ = store.ReadDiskAsync(cancellationToken);
        return base.StartAsync(cancellationToken);
    }

    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        _isStored = false;
        await Task.WhenAll(store.LookAsync(cancellationToken), tft.ReadDiskAsync(cancellationToken));
        await tft.LookAsync(cancellationToken);
        await champions.StoreAsync(store.Current, cancellationToken);
        _isStored = true;
    }
}
