namespace MnM.Collector.Scouting;

/// <summary>What a session has under way.</summary>
/// <param name="report">Told of what failed that should not.</param>
/// <param name="ended">Called after each.</param>
internal sealed class ScoutTasks(Action<Exception> report, Action ended) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _tasks = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Whether nothing is under way.</summary>
    public bool AreIdle
    {
        get { lock (_lock) { return _tasks.Count == 0; } }
    }

    /// <summary>Begins something.</summary>
    public void Run(Func<CancellationToken, Task> work)
    {
        lock (_lock)
        {
            Task? task = null;

            // It takes itself out only after it was put in: both under the lock.
            task = Task.Run(() => RunAsync(work, () => _tasks.Remove(task!)), CancellationToken.None);
            _tasks.Add(task);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Task[] tasks;
        lock (_lock)
        {
            tasks = [.. _tasks];
        }

        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task> work, Action forget)
    {
        try
        {
            await work(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // MnM stops.
        }
        catch (Exception fault)
        {
            report(fault);
        }
        finally
        {
            lock (_lock)
            {
                forget();
            }

            ended();
        }
    }
}
