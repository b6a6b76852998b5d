using Microsoft.Extensions.Logging;

namespace MnM.Collector;

/// <summary>A loop that ticks on the injected clock, never overlaps itself, and outlives a tick that fails.</summary>
public abstract partial class PollingService(TimeProvider time, ILogger logger) : LateService
{
    /// <summary>The time from the start of one tick to the start of the next; read again after each tick.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>The same for who runs the loop in the service's place.</summary>
    internal TimeSpan CurrentInterval => Interval;

    /// <summary>One tick. Tests call it directly.</summary>
    public abstract Task TickAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override async Task LoopAsync(CancellationToken stoppingToken)
    {
        var interval = Interval;
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            try
            {
                await LookAsync(() => TickAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.TickFailed(logger, GetType().Name, fault);
            }

            // Compared with what was set: the timer rounds its period, and setting it again would start it anew after each tick.
            if (interval != Interval)
            {
                timer.Period = interval = Interval;
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async ValueTask<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Loop}: a tick failed, the next one follows as planned")]
        public static partial void TickFailed(ILogger logger, string loop, Exception fault);
    }
}
