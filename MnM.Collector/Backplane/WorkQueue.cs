using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>
/// Work that must not be lost, in the database. An item is claimed for a time, done, and ended in one transaction with its result; a lease that is not
/// renewed gives the item back by itself. An item may so be begun twice, but of all leases on it the last alone can end it: its result is stored once.
/// Processes on one database share the queue.
/// </summary>
internal sealed class WorkQueue(IDbContextFactory<MnmDbContext> contexts, TimeProvider time) : IDisposable
{
    /// <summary>Items whose end is filed at once, in the next claim; fewer are left to the upkeep.</summary>
    private const int FiledAtOnce = 1000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly AsyncLocal<bool> _isInside = new();
    private readonly Dictionary<(string Kind, Lane Lane), Turns> _turns = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _added = [];
    private volatile bool _isDisposed;
    private readonly HashSet<string> _addedInside = [];
    private WorkSession? _session;
    private long? _leasesSeen;
    private int _unfiled;

    /// <summary>Completes when this process next enqueues work of a kind.</summary>
    public Task Added(string kind) => _added.GetOrAdd(kind, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Adds work. Where an item of the kind and key is open it stays, and takes over a higher lane, an earlier due time or a later time limit.</summary>
    public async Task EnqueueAsync(IEnumerable<NewWork> work, CancellationToken cancellationToken)
    {
        var items = work.ToList();
        if (items.Count == 0)
        {
            return;
        }

        await InTransactionAsync((session, transaction) => AddAsync(session.FreeKey, session.Add, transaction, items, cancellationToken), cancellationToken);
        Tell(items.Select(item => item.Kind));
    }

    /// <summary>
    /// The same in the transaction of <paramref name="db"/>. Runners are told of what a result enqueues; of other work they know when they look the next time after the commit.
    /// </summary>
    public async Task EnqueueAsync(MnmDbContext db, IEnumerable<NewWork> work, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("The context has no transaction that the work could be part of.");
        using var freeKey = WorkStatements.FreeKey(db);
        using var add = WorkStatements.Add(db);
        var items = work.ToList();
        await AddAsync(freeKey, add, transaction.GetDbTransaction(), items, cancellationToken);
        if (_isInside.Value)
        {
            _addedInside.UnionWith(items.Select(item => item.Kind));
        }
    }

    /// <summary>Lets the runners of this process look at once, as for new work.</summary>
    public void Wake(params IEnumerable<string> kinds) => Tell(kinds);

    /// <summary>Claims items that are due: the higher lane first; in a lane routes take turns, and on a route owners; of one owner the longest due.</summary>
    public Task<IReadOnlyList<WorkLease>> ClaimAsync(string kind, string worker, int most, TimeSpan leaseTime, CancellationToken cancellationToken) =>
        ClaimAsync(kind, worker, most, leaseTime, static _ => true, cancellationToken);

    /// <summary>The same of some groups alone.</summary>
    public Task<IReadOnlyList<WorkLease>> ClaimAsync(string kind, string worker, int most, TimeSpan leaseTime, Predicate<WorkGroup> may, CancellationToken cancellationToken) =>
        UseAsync<IReadOnlyList<WorkLease>>(
            async session =>
            {
                // Read before the transaction: who finds nothing must not keep others from writing.
                if (IsLookDue() && await IsAnyLeaseOverAsync(session, cancellationToken))
                {
                    await session.EndLeases.RunAsync(null, cancellationToken, time.GetUtcNow());
                }

                var groups = most > 0 ? await WorkClaim.DueGroupsAsync(session, kind, time.GetUtcNow(), cancellationToken) : [];
                groups.RemoveAll(group => !may(group));
                if (groups.Count == 0)
                {
                    return [];
                }

                await using var transaction = await BeginAsync(session, cancellationToken);
                if (_unfiled >= FiledAtOnce)
                {
                    await session.FileEnded.RunAsync(transaction, cancellationToken, true);
                    _unfiled = 0;
                }

                var claim = new WorkClaim(session, transaction, kind, worker, time.GetUtcNow(), leaseTime);
                foreach (var lane in groups.GroupBy(group => group.Lane).OrderBy(lane => lane.Key))
                {
                    await claim.TakeAsync(TurnsOf(kind, lane.Key), lane, most, cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
                return claim.Claimed;
            },
            cancellationToken);

    /// <summary>Prolongs leases; answers those that were lost meanwhile.</summary>
    public async Task<IReadOnlyList<WorkLease>> RenewAsync(IReadOnlyCollection<WorkLease> leases, TimeSpan leaseTime, CancellationToken cancellationToken)
    {
        var lost = new List<WorkLease>();
        await InTransactionAsync(
            async (session, transaction) =>
            {
                var now = time.GetUtcNow();
                foreach (var lease in leases)
                {
                    if (await session.Renew.RunAsync(transaction, cancellationToken, now + leaseTime, now, lease.Id, lease.Number) == 0)
                    {
                        lost.Add(lease);
                    }
                }
            },
            cancellationToken);
        return lost;
    }

    /// <summary>
    /// Ends an item, and stores its result in the same transaction. <paramref name="storeResult"/> gets a context inside that transaction and saves its
    /// changes itself; others wait meanwhile, so it does nothing but store, and enqueues with that context. Answers false where the lease was lost: nothing is stored then.
    /// </summary>
    public Task<bool> CompleteAsync(
        WorkLease lease,
        WorkState state,
        string? reason,
        Func<MnmDbContext, CancellationToken, Task>? storeResult,
        CancellationToken cancellationToken)
    {
        if (state == WorkState.Open)
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "An item ends in a final state.");
        }

        return UseAsync(
            async session =>
            {
                if (storeResult is null)
                {
                    return await EndAsync(session, null) == 1;
                }

                await using var transaction = await session.Db.Database.BeginTransactionAsync(cancellationToken);
                if (await EndAsync(session, transaction.GetDbTransaction()) == 0)
                {
                    return false;
                }

                _isInside.Value = true;
                _addedInside.Clear();
                await storeResult(session.Db, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                session.Db.ChangeTracker.Clear();
                Tell(_addedInside);
                return true;
            },
            cancellationToken);

        Task<int> EndAsync(WorkSession session, DbTransaction? transaction)
        {
            _unfiled++;
            return (state, reason) is (WorkState.Done, null)
                ? session.Done.RunAsync(transaction, cancellationToken, time.GetUtcNow(), lease.Id, lease.Number)
                : session.End.RunAsync(transaction, cancellationToken, state, Cut(reason), time.GetUtcNow(), lease.Id, lease.Number);
        }
    }

    /// <summary>Gives an item back after an attempt that failed, with the payload of its lease. Answers false where the lease was lost.</summary>
    public Task<bool> RetryAsync(WorkLease lease, DateTimeOffset dueAt, string reason, CancellationToken cancellationToken) => UseAsync(
        async session => await session.PutBack.RunAsync(
            null, cancellationToken, dueAt, time.GetUtcNow(), lease.Attempts, Cut(reason), lease.Payload, lease.Id, lease.Number) == 1,
        cancellationToken);

    /// <summary>Gives an item back that was not attempted, because its worker stops or must wait, with the payload of its lease. Answers false where the lease was lost.</summary>
    public Task<bool> ReturnAsync(WorkLease lease, DateTimeOffset? dueAt, string? reason, CancellationToken cancellationToken) => UseAsync(
        async session => await session.PutBack.RunAsync(
            null, cancellationToken, dueAt ?? time.GetUtcNow(), time.GetUtcNow(), lease.Attempts - 1, Cut(reason) ?? lease.LastReason, lease.Payload, lease.Id, lease.Number) == 1,
        cancellationToken);

    /// <summary>Closes the session; one that is in use is closed by its user.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        if (_gate.Wait(0))
        {
            Close();
            _gate.Release();
        }
    }

    private static string? Cut(string? reason) => reason is { Length: > WorkItem.LongestReason } ? string.Concat(reason.AsSpan(0, WorkItem.LongestReason - 1), "…") : reason;

    private static ValueTask<DbTransaction> BeginAsync(WorkSession session, CancellationToken cancellationToken) =>
        session.Db.Database.GetDbConnection().BeginTransactionAsync(cancellationToken);

    private async Task AddAsync(Statement freeKey, Statement add, DbTransaction transaction, IEnumerable<NewWork> work, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var item in work)
        {
            await freeKey.RunAsync(transaction, cancellationToken, true, item.Kind, item.Key);
            await add.RunAsync(
                transaction, cancellationToken, item.Kind, item.Key, item.Lane, item.Route, item.Owner, item.Payload, WorkState.Open, item.DueAt ?? now, now, item.ExpiresAt, false);
        }
    }

    private void Tell(IEnumerable<string> kinds)
    {
        foreach (var kind in kinds.Distinct())
        {
            if (_added.TryRemove(kind, out var told))
            {
                told.TrySetResult();
            }
        }
    }

    /// <summary>Leases of all kinds are looked at together: one runner's look does for the others.</summary>
    private bool IsLookDue()
    {
        if (_leasesSeen is { } seen && time.GetElapsedTime(seen) < SqliteWork.LookEvery)
        {
            return false;
        }

        _leasesSeen = time.GetTimestamp();
        return true;
    }

    private async Task<bool> IsAnyLeaseOverAsync(WorkSession session, CancellationToken cancellationToken)
    {
        await using var reader = await session.AnyLeaseOver.ReadAsync(null, cancellationToken, time.GetUtcNow());
        return await reader.ReadAsync(cancellationToken);
    }

    private Turns TurnsOf(string kind, Lane lane) => _turns.TryGetValue((kind, lane), out var turns) ? turns : _turns[(kind, lane)] = new Turns();

    private Task<bool> InTransactionAsync(Func<WorkSession, DbTransaction, Task> work, CancellationToken cancellationToken) => UseAsync(
        async session =>
        {
            await using var transaction = await BeginAsync(session, cancellationToken);
            await work(session, transaction);
            await transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>One at a time: SQLite has one writer, and waiting here blocks no thread.</summary>
    private async Task<T> UseAsync<T>(Func<WorkSession, Task<T>> use, CancellationToken cancellationToken)
    {
        if (_isInside.Value)
        {
            throw new InvalidOperationException("A result is being stored: the queue would wait for itself. Enqueue with the context of the result.");
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await use(_session ??= await WorkSession.OpenAsync(contexts, cancellationToken));
        }
        catch
        {
            Close();
            throw;
        }
        finally
        {
            if (_isDisposed)
            {
                Close();
            }

            _gate.Release();
        }
    }

    private void Close()
    {
        _session?.Dispose();
        _session = null;
    }
}
