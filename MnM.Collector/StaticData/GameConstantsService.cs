using Microsoft.Extensions.Logging;

namespace MnM.Collector.StaticData;

/// <summary>Fetches queues and maps at start and once a day; every ten minutes while they cannot be had.</summary>
internal sealed class GameConstantsService(GameConstantsStore store, TimeProvider time, ILogger<GameConstantsService> logger) : PollingService(time, logger)
{
    protected override TimeSpan Interval => store.UpToDate ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(10);

    public override Task TickAsync(CancellationToken cancellationToken) => store.LookAsync(cancellationToken);
}
