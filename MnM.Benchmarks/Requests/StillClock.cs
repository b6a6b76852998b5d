using System.Diagnostics;
using MnM.Simulator;

namespace MnM.Benchmarks.Requests;

/// <summary>
/// A clock that goes on to the next due time whenever nothing in this process is left to do without it: when no work is queued for the thread pool and none
/// of its threads is busy. So a week with all its timers passes as fast as the work of it does, and nothing is done late for want of a processor.
/// </summary>
internal sealed class StillClock
{
    private const int LooksToBeSure = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public SimulatorClock Time { get; } = new();

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Goes on until that time, or until it is so.</summary>
    public void PassUntil(DateTimeOffset end, Func<bool> isSo, CancellationToken cancellationToken)
    {
        WaitUntilStill();
        while (!isSo() && Now < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Time.Advance(Math.Min((end - Now).TotalSeconds, Time.NextDue?.TotalSeconds ?? double.MaxValue));
            WaitUntilStill();
        }
    }

    /// <summary>Goes on for as long as something takes.</summary>
    /// <exception cref="TimeoutException">It takes more than an hour.</exception>
    public async Task<T> WhileAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var task = Task.Run(work, cancellationToken);
        PassUntil(Now.AddHours(1), () => task.IsCompleted, cancellationToken);
        return task.IsCompleted ? await task : throw new TimeoutException("What takes seconds was not done in an hour.");
    }

    public Task WhileAsync(Func<Task> work, CancellationToken cancellationToken) => WhileAsync(
        async () =>
        {
            await work();
            return true;
        },
        cancellationToken);

    /// <exception cref="TimeoutException">A thread is busy for minutes.</exception>
    private static void WaitUntilStill()
    {
        var (since, own) = (Stopwatch.GetTimestamp(), Thread.CurrentThread.IsThreadPoolThread ? 1 : 0);
        var wait = new SpinWait();
        for (var looks = 0; looks < LooksToBeSure; wait.SpinOnce(sleep1Threshold: -1))
        {
            looks = ThreadPool.PendingWorkItemCount == 0 && Busy() <= own ? looks + 1 : 0;
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new TimeoutException("The thread pool does not come to rest.");
            }
        }
    }

    private static int Busy()
    {
        ThreadPool.GetMaxThreads(out var all, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return all - free;
    }
}
