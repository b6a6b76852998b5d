using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MnM.Collector;

/// <summary>
/// A loop that ticks on the injected clock, never overlaps itself, and outlives a tick that fails. In a host it begins when all services are started:
/// first ticks compile queries, for which whoever opens a page would wait. They take turns for the same reason.
/// </summary>
public abstract partial class PollingService(TimeProvider time, ILogger logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>First ticks have all processors but one.</summary>
    private static readonly TaskScheduler FirstTicks =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Math.Max(1, Environment.ProcessorCount - 1)).ConcurrentScheduler;

    private bool _waits;

    /// <summary>The time from the start of one tick to the start of the next; read again after each tick.</summary>
    protected abstract TimeSpan Interval { get; }

    /// <summary>The same for who runs the loop in the service's place.</summary>
    internal TimeSpan CurrentInterval => Interval;

    /// <summary>Whether it begins with the others, and not as soon as it can: what the start itself waits for must not.</summary>
    protected virtual bool WaitsForStart => true;

    /// <summary>One tick. Tests call it directly.</summary>
    public abstract Task TickAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _waits = WaitsForStart;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken) => _waits ? Task.CompletedTask : base.StartAsync(cancellationToken);

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => _waits ? base.StartAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = Interval;
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            try
            {
                await (_waits ? TakeTurnAsync(stoppingToken) : TickAsync(stoppingToken));
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

    private Task TakeTurnAsync(CancellationToken stoppingToken)
    {
        _waits = false;
        return Task.Factory.StartNew(() => TickAsync(stoppingToken), stoppingToken, TaskCreationOptions.DenyChildAttach, FirstTicks).Unwrap();
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
