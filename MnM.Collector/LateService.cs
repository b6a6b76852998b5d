using Microsoft.Extensions.Hosting;

namespace MnM.Collector;

/// <summary>
/// A service that begins, in a host, when all services are started and the server listens: what its first look needs is compiled then, for which whoever opens a page would wait.
/// First looks take turns for the same reason. Without a host it begins at once.
/// </summary>
public abstract class LateService : BackgroundService, IHostedLifecycleService
{
    /// <summary>First looks have all processors but one.</summary>
    private static readonly TaskScheduler FirstLooks =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Math.Max(1, Environment.ProcessorCount - 1)).ConcurrentScheduler;

    private bool _waits;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _waits = true;
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

    /// <summary>Looks: the first time, in a host, when it is its turn.</summary>
    protected Task LookAsync(Func<Task> look)
    {
        if (!_waits)
        {
            return look();
        }

        _waits = false;
        return Task.Factory.StartNew(look, CancellationToken.None, TaskCreationOptions.DenyChildAttach, FirstLooks).Unwrap();
    }
}
