using Microsoft.Extensions.Logging;

namespace MnM.Collector.Insights.Features;

/// <summary>Derives the features of timelines that came, few at a time: MnM runs beside a game.</summary>
internal sealed class FeatureLoop(FeatureStore store, TimeProvider time, ILogger<FeatureLoop> logger) : PollingService(time, logger)
{
    /// <summary>A third of a second of work; a thousand timelines take a quarter of an hour.</summary>
    private const int MostPerTick = 40;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override Task TickAsync(CancellationToken cancellationToken) => store.DeriveAsync(MostPerTick, cancellationToken);
}
