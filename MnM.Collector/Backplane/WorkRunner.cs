using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MnM.Collector.Backplane;

/// <summary>
/// Does the work of one kind: claims it, works on several items at once, renews their leases, repeats what failed after a growing wait, and ends what failed too
/// often. When it stops it gives back what it holds; when it is killed the leases run out.
/// </summary>
internal abstract partial class WorkRunner(WorkQueue queue, Backoff backoff, TimeProvider time, ILogger logger) : LateService
{
    private readonly ConcurrentDictionary<long, Held> _held = [];
    private readonly string _worker = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>What it does.</summary>
    protected abstract string Kind { get; }

    /// <summary>How many items at once.</summary>
    protected virtual int Concurrency => 4;

    /// <summary>After so many attempts an item has failed.</summary>
    protected virtual int MostAttempts => 8;

    /// <summary>How long an item stays with a runner that was killed. Longer work is no harm: leases are renewed.</summary>
    protected virtual TimeSpan LeaseTime => TimeSpan.FromMinutes(2);

    /// <summary>How often it looks for work of which nobody told it: what another process enqueued, and what has become due. Seldom where nobody waits for it.</summary>
    protected virtual TimeSpan LookEvery => SqliteWork.LookEvery;

    /// <summary>Whether items of a group may be begun now; others stay where they are.</summary>
    protected virtual bool MayClaim(WorkGroup group) => true;

    /// <summary>Works on an item; its effect is stored by the result alone, since the item may be begun twice.</summary>
    protected abstract Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken);

    /// <summary>Ends an item that was tried in vain too often, or whose payload cannot be read.</summary>
    protected virtual WorkResult.Ended GiveUp(WorkLease item, string reason) => new(WorkState.Failed, reason);

    /// <summary>An attempt is over, and what came of it is stored, or will be found out anew when its lease has run out.</summary>
    protected virtual void Settled(WorkLease item)
    {
    }

    /// <summary>Renews what is held; the work whose lease was lost is cancelled. The loop calls it three times in each lease.</summary>
    internal async Task RenewAsync(CancellationToken cancellationToken)
    {
        var leases = _held.Values.Select(held => held.Lease).ToList();
        if (leases.Count == 0)
        {
            return;
        }

        foreach (var lost in await queue.RenewAsync(leases, LeaseTime, cancellationToken))
        {
            if (_held.TryGetValue(lost.Id, out var held) && held.Lease == lost)
            {
                Log.LeaseLost(logger, Kind, lost.Key);
                await held.Cancel();
            }
        }
    }

    /// <inheritdoc />
    protected override async Task LoopAsync(CancellationToken stoppingToken)
    {
        // The renewal goes on while the last work ends.
        using var renewing = new CancellationTokenSource();
        var renewal = RenewLoopAsync(renewing.Token);
        var running = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var added = queue.Added(Kind);
            running.RemoveAll(task => task.IsCompleted);
            var free = Concurrency - running.Count;
            running.AddRange((await ClaimAsync(free, stoppingToken)).Select(lease => RunAsync(lease, stoppingToken)));
            if (running.Count >= Concurrency)
            {
                await Task.WhenAny(running);
            }
            else
            {
                await LookLaterAsync(added, stoppingToken);
            }
        }

        await Task.WhenAll(running);
        await renewing.CancelAsync();
        await renewal;
    }

    private async Task<IReadOnlyList<WorkLease>> ClaimAsync(int most, CancellationToken stoppingToken)
    {
        try
        {
            // What is claimed is not worked on within the turn, which others would wait for until the work is done.
            IReadOnlyList<WorkLease> claimed = [];
            await LookAsync(async () => claimed = await queue.ClaimAsync(Kind, _worker, most, LeaseTime, MayClaim, stoppingToken), stoppingToken);
            return claimed;
        }
        catch (Exception fault)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                Log.NotClaimed(logger, Kind, SqliteWork.PassingFault(fault) ?? fault.Message);
            }

            return [];
        }
    }

    private async Task LookLaterAsync(Task added, CancellationToken stoppingToken)
    {
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(added, Task.Delay(LookEvery, time, woken.Token));
        await woken.CancelAsync();
    }

    private async Task RenewLoopAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LeaseTime / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                try
                {
                    await RenewAsync(cancellationToken);
                }
                catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
                {
                    Log.NotRenewed(logger, Kind, SqliteWork.PassingFault(fault) ?? fault.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task RunAsync(WorkLease lease, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _held[lease.Id] = new Held(lease, stop.CancelAsync);
        try
        {
            await SettleAsync(lease, await ResultAsync(lease, stop.Token), stoppingToken);
        }
        catch (Exception fault)
        {
            // Its lease runs out, and it is done again.
            Log.NotSettled(logger, Kind, lease.Key, fault);
        }
        finally
        {
            _held.TryRemove(lease.Id, out _);
            Settled(lease);
        }
    }

    private async Task<WorkResult> ResultAsync(WorkLease lease, CancellationToken cancellationToken)
    {
        if (lease.Attempts > MostAttempts)
        {
            // The attempts before did not even fail: they ended with their process.
            return GiveUp(lease, $"Begun {MostAttempts} times without an end. {lease.LastReason}".TrimEnd());
        }

        try
        {
            var result = await WorkAsync(lease, cancellationToken);
            return result is WorkResult.Retry retry ? Again(lease, retry) : result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new WorkResult.Wait(TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            return Failure(lease, fault);
        }
    }

    /// <summary>Tells the queue. A database that is locked is waited for as long as the runner runs, since the lease is renewed meanwhile.</summary>
    private async Task SettleAsync(WorkLease lease, WorkResult result, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await TellAsync(lease, result);
                return;
            }
            catch (Exception fault) when (SqliteWork.PassingFault(fault) is { } reason && !stoppingToken.IsCancellationRequested)
            {
                Log.ResultWaits(logger, Kind, lease.Key, reason);
                await Task.Delay(SqliteWork.LookEvery, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault) when (result is WorkResult.Ended { Store: not null } && SqliteWork.PassingFault(fault) is null)
            {
                // What ends it for good must not keep it open: the last attempt is over though nothing can be stored of it.
                result = result is WorkResult.Ended { State: WorkState.Failed } failed && lease.Attempts >= MostAttempts ? failed with { Store = null } : Failure(lease, fault);
            }
        }
    }

    private Task<bool> TellAsync(WorkLease lease, WorkResult result) => result switch
    {
        WorkResult.Ended ended => queue.CompleteAsync(lease, ended.State, ended.Reason, ended.Store, CancellationToken.None),
        WorkResult.Wait wait => queue.ReturnAsync(lease with { Payload = wait.Payload ?? lease.Payload }, time.GetUtcNow() + wait.For, wait.Reason, CancellationToken.None),
        WorkResult.Retry retry => queue.RetryAsync(lease, time.GetUtcNow() + (retry.After ?? backoff.After(lease.Attempts)), retry.Reason, CancellationToken.None),
        _ => throw new InvalidOperationException($"{result} is no result."),
    };

    private WorkResult Failure(WorkLease lease, Exception fault)
    {
        Log.Failed(logger, Kind, lease.Key, lease.Attempts, MostAttempts, fault);
        return fault is DamagedPayloadException ? GiveUp(lease, fault.Message) : Again(lease, new WorkResult.Retry(fault.Message));
    }

    /// <summary>Another attempt, where one is left.</summary>
    private WorkResult Again(WorkLease lease, WorkResult.Retry retry) => lease.Attempts < MostAttempts ? retry : GiveUp(lease, $"Failed {lease.Attempts} times. {retry.Reason}");

    private sealed record Held(WorkLease Lease, Func<Task> Cancel);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}: work cannot be claimed at the moment: {Reason}")]
        public static partial void NotClaimed(ILogger logger, string kind, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}: leases cannot be renewed at the moment: {Reason}")]
        public static partial void NotRenewed(ILogger logger, string kind, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Key}: took longer than its lease, and another does it")]
        public static partial void LeaseLost(ILogger logger, string kind, string key);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Key}: the result waits to be stored: {Reason}")]
        public static partial void ResultWaits(ILogger logger, string kind, string key, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Key}: attempt {Attempt} of {MostAttempts} failed")]
        public static partial void Failed(ILogger logger, string kind, string key, int attempt, int mostAttempts, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Key}: how it ended could not be stored; it is done again when its lease has run out")]
        public static partial void NotSettled(ILogger logger, string kind, string key, Exception fault);
    }
}
