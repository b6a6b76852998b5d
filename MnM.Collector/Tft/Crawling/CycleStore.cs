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

    /// <summary>Lets a cycle that runs follow another plan: ladders that it did not have come into it.</summary>
    public Task FollowAsync(CrawlCycle cycle, CrawlerPlan plan, CancellationToken cancellationToken) =>
        OrderAsync(cycle, plan.Ladders.Except(cycle.Plan.Ladders), stored => stored.Plan = plan, cancellationToken);

    /// <summary>Has a cycle that runs read all its ladders again.</summary>
    public Task ReadAgainAsync(CrawlCycle cycle, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return OrderAsync(cycle, cycle.Plan.Ladders, stored => stored.LaddersAt = now, cancellationToken);
    }

    /// <summary>
    /// Whether anything is left to do, be it of a cycle or tried again. What follows from an item is ordered in the transaction that ends it, so that nothing is between two items.
    /// What waits for platforms that are not crawled any more is left out.
    /// </summary>
    public async Task<bool> HasWorkAsync(CrawlerPlan plan, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CrawlerQueries.Open(db.WorkItems, plan).AnyAsync(cancellationToken);
    }

    /// <summary>Ends a cycle.</summary>
    public async Task EndAsync(CrawlCycle cycle, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        await db.CrawlCycles.Where(stored => stored.Id == cycle.Id).ExecuteUpdateAsync(stored => stored.SetProperty(row => row.EndedAt, now), cancellationToken);
    }

    private async Task OrderAsync(CrawlCycle cycle, IEnumerable<LadderName> ladders, Action<CrawlCycle> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        change(await db.CrawlCycles.SingleAsync(stored => stored.Id == cycle.Id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await queue.EnqueueAsync(db, ladders.Select(ladder => CrawlWork.Of(ladder, cycle.StartedAt)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        queue.Wake(CrawlWork.Ladder);
    }
}
