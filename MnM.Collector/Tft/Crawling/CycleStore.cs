using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Writes what somebody decided, and when cycles begin and end.</summary>
internal sealed class CycleStore(IDbContextFactory<MnmDbContext> contexts, WorkQueue queue, TimeProvider time)
{
    /// <summary>What was decided on the page; null where nothing was yet.</summary>
    public async Task<CrawlerSetting?> FindSettingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CrawlerSettings.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Keeps what was decided.</summary>
    public async Task SaveAsync(bool isRunning, CrawlerPlan plan, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.CrawlerSettings.FirstOrDefaultAsync(cancellationToken) is { } setting)
        {
            (setting.IsRunning, setting.Plan, setting.ChangedAt) = (isRunning, plan, time.GetUtcNow());
        }
        else
        {
            db.Add(new CrawlerSetting { IsRunning = isRunning, Plan = plan, ChangedAt = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The cycle that runs, or the last; null before the first.</summary>
    public async Task<CrawlCycle?> FindCycleAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CrawlCycles.AsNoTracking().OrderByDescending(cycle => cycle.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Begins a cycle with all ladders of its plan.</summary>
    public async Task<CrawlCycle> BeginAsync(CrawlerPlan plan, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = new CrawlCycle { Plan = plan, StartedAt = time.GetUtcNow() };
        db.Add(cycle);
        await db.SaveChangesAsync(cancellationToken);
        await queue.EnqueueAsync(db, plan.Ladders.Select(ladder => CrawlWork.Of(ladder, cycle.StartedAt)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        queue.Wake(CrawlWork.Ladder);
        return cycle;
    }

    /// <summary>Adds the ladders to a cycle that runs which were chosen since it began.</summary>
    public async Task GrowAsync(CrawlCycle cycle, CrawlerPlan plan, CancellationToken cancellationToken)
    {
        var added = plan.Ladders.Except(cycle.Plan.Ladders).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        (await db.CrawlCycles.SingleAsync(stored => stored.Id == cycle.Id, cancellationToken)).Plan = plan;
        await db.SaveChangesAsync(cancellationToken);
        await queue.EnqueueAsync(db, added.Select(ladder => CrawlWork.Of(ladder, cycle.StartedAt)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        queue.Wake(CrawlWork.Ladder);
    }

    /// <summary>Ends a cycle if nothing of it is left to do. What follows from an item is ordered in the transaction that ends it, so that nothing is between two items.</summary>
    public async Task<bool> EndAsync(CrawlCycle cycle, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, kinds) = (db.WorkItems, CrawlWork.Kinds.ToArray());
        if (await items.AnyAsync(item => kinds.Contains(item.Kind) && !item.IsFiled && item.EndedAt == null, cancellationToken))
        {
            return false;
        }

        var now = time.GetUtcNow();
        return await db.CrawlCycles.Where(stored => stored.Id == cycle.Id && stored.EndedAt == null)
            .ExecuteUpdateAsync(stored => stored.SetProperty(row => row.EndedAt, now), cancellationToken) > 0;
    }
}
