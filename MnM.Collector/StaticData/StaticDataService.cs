using Microsoft.Extensions.Logging;

namespace MnM.Collector.StaticData;

/// <summary>Looks for a newer catalog at start and once a day; every ten minutes while Data Dragon cannot be reached.</summary>
internal sealed class StaticDataService(StaticDataStore store, TimeProvider time, ILogger<StaticDataService> logger) : PollingService(time, logger)
{
    protected override TimeSpan Interval => store.UpToDate ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(10);

    public override Task TickAsync(CancellationToken cancellationToken) => store.LookAsync(cancellationToken);
}
