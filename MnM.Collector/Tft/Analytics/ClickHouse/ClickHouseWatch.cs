using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Says in the log, when MnM starts and whenever that changes, whether ClickHouse answers. Nothing waits for it: each question and each batch tries anew.</summary>
internal sealed partial class ClickHouseWatch(ClickHouseClient client, IOptions<AnalyticsOptions> options, TimeProvider time, ILogger<ClickHouseWatch> logger) : PollingService(time, logger)
{
    private bool? _answers;

    protected override TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        if (options.Value.ClickHouse is null)
        {
            return;
        }

        try
        {
            var version = await client.ReadVersionAsync(cancellationToken);
            if (_answers is not true)
            {
                Log.Answers(logger, client.Host, version);
            }

            _answers = true;
        }
        catch (TftAnalyticsException fault)
        {
            if (_answers is not false)
            {
                Log.IsSilent(logger, fault.Message);
            }

            _answers = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "ClickHouse {Version} at {Host} keeps the rows of TFT matches")]
        public static partial void Answers(ILogger logger, string host, string version);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Fault} The TFT explorer waits for it; all else works")]
        public static partial void IsSilent(ILogger logger, string fault);
    }
}
