using Microsoft.Extensions.Logging;

namespace MnM.Collector.Live;

/// <summary>Counts polls, bytes and faults, and logs them once a minute while there is something to tell.</summary>
internal sealed partial class LiveStatistics(TimeProvider time, ILogger<LiveStatistics> logger) : PollingService(time, logger)
{
    private long _polls;
    private long _bytes;
    private long _faults;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public void CountPoll(int bytes)
    {
        Interlocked.Increment(ref _polls);
        Interlocked.Add(ref _bytes, bytes);
    }

    public void CountFault() => Interlocked.Increment(ref _faults);

    /// <inheritdoc />
    public override Task TickAsync(CancellationToken cancellationToken)
    {
        var polls = Interlocked.Exchange(ref _polls, 0);
        var bytes = Interlocked.Exchange(ref _bytes, 0);
        var faults = Interlocked.Exchange(ref _faults, 0);
        if (polls + faults > 0)
        {
            Log.Minute(logger, polls, bytes, faults);
        }

        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Last minute: {Polls} polls, {Bytes} bytes, {Faults} faults")]
        public static partial void Minute(ILogger logger, long polls, long bytes, long faults);
    }
}
