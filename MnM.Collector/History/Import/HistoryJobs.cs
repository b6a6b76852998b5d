using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Starts and cancels imports. A player has one at a time: whoever asks for another joins it.</summary>
public sealed partial class HistoryJobs
{
    /// <summary>So long a player's next import has to wait after the start of the last.</summary>
    public static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(2);

    /// <summary>So long an import's matches are the beginning of the next one.</summary>
    private static readonly TimeSpan Cached = TimeSpan.FromDays(30);

    private const int KeptOfPlayer = 10;

    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly ImportSubjects _subjects;
    private readonly ImportFigures _figures;
    private readonly WorkQueue _queue;
    private readonly HistoryMonitor _monitor;
    private readonly TimeProvider _time;
    private readonly ILogger<HistoryJobs> _logger;

    internal HistoryJobs(
        IDbContextFactory<MnmDbContext> contexts, ImportSubjects subjects, ImportFigures figures, WorkQueue queue, HistoryMonitor monitor, TimeProvider time, ILogger<HistoryJobs> logger) =>
        (_contexts, _subjects, _figures, _queue, _monitor, _time, _logger) = (contexts, subjects, figures, queue, monitor, time, logger);

    /// <summary>Starts an import. Riot is asked who the player is, and where, only if that is not known.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<StartedImport> StartAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (request.Fault is { } fault)
        {
            return new StartedImport.Invalid(fault);
        }

        var (player, refusal) = await _subjects.FindPlayerAsync(request, cancellationToken);
        if (player is null)
        {
            return refusal!;
        }

        if (await BeforeAsync(player, request, cancellationToken) is { } before)
        {
            return before;
        }

        var (region, nowhere) = await _subjects.FindRegionAsync(player, request, cancellationToken);
        return region is null ? nowhere! : await BeginAsync(player, request, region, cancellationToken);
    }

    /// <summary>Ends an import; what is stored stays. Answers false where none of that id runs.</summary>
    public async Task<bool> CancelAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = _time.GetUtcNow();
        if (await db.ImportJobs.Where(job => job.Id == id && job.EndedAt == null).ExecuteUpdateAsync(
            job => job.SetProperty(row => row.State, ImportState.Cancelled).SetProperty(row => row.EndedAt, now), cancellationToken) == 0)
        {
            return false;
        }

        // Their work finds nobody waiting, and ends without a question.
        var open = db.ImportItems.Where(item => item.JobId == id && item.EndedAt == null);
        await open.Where(item => item.State == WorkState.Done).ExecuteUpdateAsync(
            item => item.SetProperty(row => row.TimelineState, WorkState.Aborted).SetProperty(row => row.EndedAt, now), cancellationToken);
        await open.ExecuteUpdateAsync(
            item => item.SetProperty(row => row.State, WorkState.Aborted).SetProperty(row => row.TimelineState, (WorkState?)null).SetProperty(row => row.EndedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Log.Cancelled(_logger, id);
        await _monitor.ReadAsync(cancellationToken);
        return true;
    }

    private static bool IsSame(ImportJob job, ImportRequest request) =>
        job.Limit == request.Limit && job.Queues == QueuesOf(request) && (job.Timelines || !request.Timelines);

    private static string QueuesOf(ImportRequest request) => string.Join(',', request.Queues.Distinct().Order());

    /// <summary>What an import of the player that runs, or began a moment ago, answers; null where there is none.</summary>
    private async Task<StartedImport?> BeforeAsync(KnownPlayer player, ImportRequest request, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await FindLastAsync(db, player, cancellationToken) is not { } last)
        {
            return null;
        }

        var view = await ViewAsync(db, last, cancellationToken);
        return last.EndedAt is null ? new StartedImport.Joined(view, !IsSame(last, request)) : new StartedImport.TooSoon(view, CooldownOf(last));
    }

    /// <summary>The player's import that runs, or after whose start the next has to wait.</summary>
    private async Task<ImportJob?> FindLastAsync(MnmDbContext db, KnownPlayer player, CancellationToken cancellationToken)
    {
        var last = await db.ImportJobs.AsNoTracking().Where(job => job.PlayerId == player.Id)
            .OrderByDescending(job => job.EndedAt == null).ThenByDescending(job => job.CreatedAt).FirstOrDefaultAsync(cancellationToken);

        // A clock that was set back must not keep anybody waiting for more than the usual time.
        return last is { EndedAt: null } || (last is not null && CooldownOf(last) is var left && left > TimeSpan.Zero && left <= Cooldown) ? last : null;
    }

    private TimeSpan CooldownOf(ImportJob last) => last.CreatedAt + Cooldown - _time.GetUtcNow();

    private async Task<StartedImport> BeginAsync(KnownPlayer player, ImportRequest request, string region, CancellationToken cancellationToken)
    {
        if (await StoreAsync(player, request, region, cancellationToken) is not { } job)
        {
            // Another began between the look and this.
            return await BeforeAsync(player, request, cancellationToken) ?? new StartedImport.Unavailable("Another import of this player has just ended; try again.");
        }

        Log.Started(_logger, job.Id, job.Limit, job.Region);
        await _monitor.ReadAsync(cancellationToken);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return new StartedImport.Started(await ViewAsync(db, job, cancellationToken));
    }

    /// <summary>Stores an import and the work on its list; null where the player has one already.</summary>
    private async Task<ImportJob?> StoreAsync(KnownPlayer player, ImportRequest request, string region, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await FindLastAsync(db, player, cancellationToken) is not null)
        {
            return null;
        }

        var job = new ImportJob
        {
            Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            PlayerId = player.Id,
            Puuid = player.Puuid.Value,
            Region = region,
            GameName = player.GameName ?? request.GameName.Trim(),
            TagLine = player.TagLine ?? request.TagLine.Trim(),
            Limit = request.Limit,
            Queues = QueuesOf(request),
            Timelines = request.Timelines,
            State = ImportState.Listing,
            CreatedAt = _time.GetUtcNow(),
        };
        db.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        await TakeOverAsync(db, job, cancellationToken);
        await _queue.EnqueueAsync(db, [ImportWork.PageOf(job, new ListCursor())], cancellationToken);
        await ForgetOldAsync(db, player.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return job;
    }

    /// <summary>
    /// The matches of the last import that was done with the same wishes are the beginning of this one: only newer ones are listed.
    /// One whose list broke off is no beginning: what lies behind the break would never be listed.
    /// </summary>
    private async Task TakeOverAsync(MnmDbContext db, ImportJob job, CancellationToken cancellationToken)
    {
        var since = job.CreatedAt - Cached;
        var before = await db.ImportJobs.AsNoTracking()
            .Where(old => old.PlayerId == job.PlayerId && old.State == ImportState.Done && old.Reason == null && old.EndedAt > since && old.Region == job.Region && old.Queues == job.Queues)
            .OrderByDescending(old => old.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (before is null || job.ReadQueues().Length > 1 || before.Limit < job.Limit)
        {
            return;
        }

        var places = await db.ImportItems.Where(item => item.JobId == before.Id).OrderBy(item => item.Ordinal).Take(job.Limit)
            .Select(item => new { item.MatchId, item.Ordinal }).ToListAsync(cancellationToken);
        var items = await ImportItems.MakeAsync(db, job, [.. places.Select(item => (item.MatchId, ListStore.TakenOver + item.Ordinal))], _time.GetUtcNow(), cancellationToken);
        job.RefreshedFrom = before.Id;
        db.AddRange(items);
        await db.SaveChangesAsync(cancellationToken);
        await _queue.EnqueueAsync(db, items.Where(item => item.EndedAt is null).Select(ImportWork.Of), cancellationToken);
    }

    private static async Task ForgetOldAsync(MnmDbContext db, long playerId, CancellationToken cancellationToken)
    {
        var old = await db.ImportJobs.Where(job => job.PlayerId == playerId).OrderByDescending(job => job.CreatedAt).Skip(KeptOfPlayer).Select(job => job.Id).ToListAsync(cancellationToken);
        await db.ImportJobs.Where(job => old.Contains(job.Id) && job.EndedAt != null).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<ImportView> ViewAsync(MnmDbContext db, ImportJob job, CancellationToken cancellationToken) => (await _figures.ReadAsync(db, [job], cancellationToken))[0];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Import {Id} of up to {Limit} matches from {Region} begins")]
        public static partial void Started(ILogger logger, string id, int limit, string region);

        [LoggerMessage(Level = LogLevel.Information, Message = "Import {Id} was cancelled; what it stored stays")]
        public static partial void Cancelled(ILogger logger, string id);
    }
}
