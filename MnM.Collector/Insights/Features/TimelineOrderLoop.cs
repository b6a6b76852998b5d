using Microsoft.Extensions.Logging;

namespace MnM.Collector.Insights.Features;

/// <summary>Orders timelines of own games and of friends' games.</summary>
internal sealed partial class TimelineOrderLoop(TimelineOrders orders, TimeProvider time, ILogger<TimelineOrderLoop> logger) : PollingService(time, logger)
{
    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (await orders.OrderAsync(cancellationToken) is > 0 and var ordered)
        {
            Log.Ordered(logger, ordered);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Riot is asked for {Count} timelines when nothing else is waiting")]
        public static partial void Ordered(ILogger logger, int count);
    }
}
