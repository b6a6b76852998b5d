using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>Ends items whose time limit has passed, makes good what a clock that was put back would hold up, and deletes what ended long ago.</summary>
internal sealed partial class WorkUpkeep(IDbContextFactory<MnmDbContext> contexts, TimeProvider time, ILogger<WorkUpkeep> logger) : PollingService(time, logger)
{
    /// <summary>How long ended items are kept, so that people can read their reasons.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    private const int MostPerTransaction = 1000;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(1);
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = _time.GetUtcNow();
        await FollowClockAsync(db, now, cancellationToken);
        await ExpireAsync(db, now, cancellationToken);
        await FileAsync(db, cancellationToken);
        await PruneAsync(db, now, cancellationToken);
    }

    /// <summary>
    /// Moves the times of items that were set by a clock which was put back since. They would wait, or stay leased by a worker that is gone, until the clock
    /// is there again. Whoever still works keeps the lease.
    /// </summary>
    private async Task FollowClockAsync(MnmDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (items, latest) = (db.WorkItems, now + ClockTolerance);
        if (!await items.AnyAsync(item => !item.IsFiled && item.EndedAt == null && (item.SetAt > latest || item.CreatedAt > latest), cancellationToken))
        {
            return;
        }

        // Read again inside: a worker may end an item or renew its lease meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ahead = await items.Where(item => !item.IsFiled && item.EndedAt == null && (item.SetAt > latest || item.CreatedAt > latest)).ToListAsync(cancellationToken);
        foreach (var item in ahead)
        {
            if (item.SetAt > latest)
            {
                item.DueAt -= item.SetAt - now;
                item.SetAt = now;
            }

            if (item.CreatedAt > latest)
            {
                item.ExpiresAt -= item.CreatedAt - now;
                item.CreatedAt = now;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        Log.ClockPutBack(logger, ahead.Count);
    }

    private static Task<int> ExpireAsync(MnmDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = db.WorkItems;
        return items
            .Where(item => !item.IsFiled && item.EndedAt == null && item.ExpiresAt != null && item.ExpiresAt <= now && (item.Worker == null || item.DueAt <= now))
            .ExecuteUpdateAsync(
                item => item
                    .SetProperty(row => row.State, WorkState.Expired)
                    .SetProperty(row => row.Reason, row => row.Reason == null ? "Its time was over before it was done." : "Its time was over before it was done. " + row.Reason)
                    .SetProperty(row => row.IsFiled, true)
                    .SetProperty(row => row.EndedAt, now),
                cancellationToken);
    }

    private static Task<int> FileAsync(MnmDbContext db, CancellationToken cancellationToken)
    {
        var items = db.WorkItems;
        return items
            .Where(item => item.Worker != null && !item.IsFiled && item.EndedAt != null)
            .ExecuteUpdateAsync(item => item.SetProperty(row => row.IsFiled, true), cancellationToken);
    }

    private static async Task PruneAsync(MnmDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (items, limit) = (db.WorkItems, now - Keep);
        while (await items
            .Where(item => items.Where(old => old.IsFiled && old.EndedAt < limit).OrderBy(old => old.EndedAt).Select(old => old.Id).Take(MostPerTransaction).Contains(item.Id))
            .ExecuteDeleteAsync(cancellationToken) == MostPerTransaction)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was put back: the times of {Count} items of work follow it")]
        public static partial void ClockPutBack(ILogger logger, int count);
    }
}
