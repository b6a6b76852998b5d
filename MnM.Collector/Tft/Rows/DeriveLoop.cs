using Microsoft.Extensions.Logging;
using MnM.Collector.Tft.Analytics;

namespace MnM.Collector.Tft.Rows;

/// <summary>Has rows made of matches that came, few at a time: MnM runs beside a game.</summary>
internal sealed partial class DeriveLoop(RowMaker maker, TimeProvider time, ILogger<DeriveLoop> logger) : PollingService(time, logger)
{
    /// <summary>Rather more in ten seconds than a production key lets a crawler fetch; after "derive again" 100,000 matches take some twenty minutes.</summary>
    private const int MostBatches = 8;

    private string? _why;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var batch = 0; batch < MostBatches && await maker.MakeAsync(cancellationToken) == RowMaker.BatchSize; batch++)
            {
            }

            _why = null;
        }
        catch (TftAnalyticsException fault)
        {
            if (_why != fault.Message)
            {
                Log.Waits(logger, fault.Message);
            }

            _why = fault.Message;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "TFT: rows of new matches wait. {Why}")]
        public static partial void Waits(ILogger logger, string why);
    }
}
