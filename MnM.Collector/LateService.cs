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

    // In a host, until the first look.
    private TaskCompletionSource? _started;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started?.TrySetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What it does until it is stopped.</summary>
    protected abstract Task LoopAsync(CancellationToken stoppingToken);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_started is { } started)
        {
            await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!stoppingToken.IsCancellationRequested)
        {
            await LoopAsync(stoppingToken);
        }
    }

    /// <summary>Looks: the first time, in a host, when it is its turn; one that stops waits for none.</summary>
    /// <exception cref="OperationCanceledException">It is stopped while it waits.</exception>
    protected Task LookAsync(Func<Task> look, CancellationToken stoppingToken)
    {
        var isFirst = _started is not null;
        _started = null;
        return isFirst ? LookInTurnAsync(look, stoppingToken) : look();
    }

    private static async Task LookInTurnAsync(Func<Task> look, CancellationToken stoppingToken)
    {
        // The scheduler would cancel what waits only when its turn has come.
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = stoppingToken.Register(() => turn.TrySetCanceled(stoppingToken));
        var looking = Task.Factory.StartNew(
            () => turn.TrySetResult() ? look() : Task.CompletedTask, CancellationToken.None, TaskCreationOptions.DenyChildAttach, FirstLooks).Unwrap();
        await turn.Task;
        await looking;
    }
}
