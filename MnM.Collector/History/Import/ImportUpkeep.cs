using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Lets no import stand still: what waits for work that has ended without settling it, as when its result could not be stored at all, is given up with the reason.</summary>
internal sealed partial class ImportUpkeep(
    IDbContextFactory<MnmDbContext> contexts, WorkQueries work, ListStore lists, ImportStore imports, TimeProvider time, ILogger<ImportUpkeep> logger) : PollingService(time, logger)
{
    private const string Lost = "The work on it was lost.";
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.ImportJobs.AsNoTracking().Where(job => job.EndedAt == null).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        // The rows are read before the work: what ends meanwhile settles its rows in the same transaction, and they are not touched below.
        var (ids, items) = (open.ConvertAll(job => job.Id), db.ImportItems);
        var listed = open.Where(job => job.State != ImportState.Listing || job.ReadQueues().Length <= 1).Select(job => job.Id).ToList();
        var waiting = await items.AsNoTracking().Where(item => listed.Contains(item.JobId) && item.EndedAt == null).ToListAsync(cancellationToken);
        foreach (var kind in waiting.GroupBy(item => ImportWork.Of(item).Kind))
        {
            var keys = await work.OpenKeysAsync(kind.Key, cancellationToken);
            foreach (var item in kind.Where(item => !keys.Contains(item.MatchId)))
            {
                await GiveUpAsync(db, item, kind.Key, cancellationToken);
            }
        }

        var pages = await work.OpenKeysAsync(ImportWork.Page, cancellationToken);
        foreach (var job in open.Where(job => job.State == ImportState.Listing && !pages.Contains(job.Id)))
        {
            var reason = (await work.FindAsync(ImportWork.Page, job.Id, cancellationToken))?.Reason ?? Lost;
            await InTransactionAsync(db, () => lists.FailAsync(db, job, reason, cancellationToken), cancellationToken);
        }

        await InTransactionAsync(db, () => imports.EndCompleteAsync(db, cancellationToken), cancellationToken);
    }

    private static async Task InTransactionAsync(MnmDbContext db, Func<Task> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await change();
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task GiveUpAsync(MnmDbContext db, ImportItem item, string kind, CancellationToken cancellationToken)
    {
        var (reason, now) = ((await work.FindAsync(kind, item.MatchId, cancellationToken))?.Reason ?? Lost, _time.GetUtcNow());
        var same = db.ImportItems.Where(row => row.JobId == item.JobId && row.MatchId == item.MatchId && row.EndedAt == null && row.State == item.State);
        var given = item.State == WorkState.Open
            ? await same.ExecuteUpdateAsync(
                row => row.SetProperty(one => one.State, WorkState.Failed).SetProperty(one => one.Reason, reason)
                    .SetProperty(one => one.TimelineState, (WorkState?)null).SetProperty(one => one.EndedAt, now), cancellationToken)
            : await same.ExecuteUpdateAsync(row => row.SetProperty(one => one.TimelineState, WorkState.Failed).SetProperty(one => one.EndedAt, now), cancellationToken);
        if (given > 0)
        {
            Log.GivenUp(logger, item.MatchId, reason);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Match {MatchId} is given up by its import: {Reason}")]
        public static partial void GivenUp(ILogger logger, string matchId, string reason);
    }
}
