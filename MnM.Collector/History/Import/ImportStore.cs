using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Writes what came of the matches of imports: for all imports that wait for a match, in the transaction that stores it.</summary>
internal sealed partial class ImportStore(IDbContextFactory<MnmDbContext> contexts, WorkQueue queue, TimeProvider time, ILogger<ImportStore> logger)
{
    /// <summary>So long ago a match must have begun for Riot to have it, or never.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(4);

    /// <summary>Whether an import waits for a part of a match, and whether that came by another way meanwhile.</summary>
    public async Task<WantedPart> FindAsync(string matchId, MatchPart part, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, matches, timelines, absences) = (db.ImportItems, db.Matches, db.MatchTimelines, db.MatchAbsences);
        var found = await Waiting(items, matchId, part)
            .Select(item => new { IsHere = part == MatchPart.Match ? matches.Any(match => match.Id == matchId) : timelines.Any(timeline => timeline.MatchId == matchId) })
            .FirstOrDefaultAsync(cancellationToken);
        return new WantedPart(
            found is not null,
            found is { IsHere: true },
            await absences.AsNoTracking().FirstOrDefaultAsync(absence => absence.MatchId == matchId && absence.Part == part && absence.State != WorkState.Failed, cancellationToken));
    }

    /// <summary>Whether any import, one that has ended too, has a match.</summary>
    public static Task<bool> IsKnownAsync(MnmDbContext db, string matchId, CancellationToken cancellationToken) =>
        db.ImportItems.AnyAsync(item => item.MatchId == matchId, cancellationToken);

    /// <summary>Whether what Riot does not have of a match is gone for good: it, or one that began later, has been over for hours.</summary>
    public async Task<bool> IsGoneAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, matches, limit) = (db.ImportItems, db.Matches, time.GetUtcNow() - Settled);
        return await items.Where(item => item.MatchId == matchId && item.EndedAt == null)
            .AnyAsync(item => items.Any(newer => newer.JobId == item.JobId && newer.Ordinal <= item.Ordinal && matches.Any(match => match.Id == newer.MatchId && match.StartedAt < limit)), cancellationToken);
    }

    /// <summary>Whose matches an import gets, as the key sees the player; null where nobody knows that any more.</summary>
    public async Task<Puuid?> FindSubjectAsync(string jobId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Puuid.Find(await db.ImportJobs.Where(job => job.Id == jobId).Select(job => job.Puuid).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>
    /// Enqueues a part anew if an import waits for it, in the transaction that ends its work because none did: one that began to wait between the two found it enqueued.
    /// </summary>
    public async Task OrderAgainAsync(MnmDbContext db, string matchId, MatchPart part, CancellationToken cancellationToken)
    {
        if (await Waiting(db.ImportItems.AsNoTracking(), matchId, part).FirstOrDefaultAsync(cancellationToken) is { } item)
        {
            await queue.EnqueueAsync(db, [ImportWork.Of(item)], cancellationToken);
        }
    }

    /// <summary>A match is settled. One that is stored may have a timeline to come.</summary>
    /// <param name="db">A context in the transaction that ends the work.</param>
    /// <param name="work">The work.</param>
    /// <param name="state">How the match ended; <see cref="WorkState.Done"/> is stored.</param>
    /// <param name="reason">Why it is not, for people.</param>
    /// <param name="isWithTimeline">Whether there can be a timeline.</param>
    /// <param name="wasThere">Whether Riot was not asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task SettleMatchAsync(MnmDbContext db, WorkLease work, WorkState state, string? reason, bool isWithTimeline, bool wasThere, CancellationToken cancellationToken)
    {
        var (waiting, now) = (Waiting(db.ImportItems, work.Key, MatchPart.Match), time.GetUtcNow());
        if (state == WorkState.Done && isWithTimeline && await waiting.Where(item => item.TimelineState == WorkState.Open).ExecuteUpdateAsync(
            item => item.SetProperty(row => row.State, state).SetProperty(row => row.WasThere, wasThere), cancellationToken) > 0)
        {
            await queue.EnqueueAsync(db, [new NewWork(ImportWork.Timeline, work.Key, work.Group.Lane) { Route = work.Group.Route, Owner = work.Group.Owner }], cancellationToken);
        }

        await waiting.ExecuteUpdateAsync(
            item => item
                .SetProperty(row => row.State, state)
                .SetProperty(row => row.Reason, reason)
                .SetProperty(row => row.WasThere, wasThere)
                .SetProperty(row => row.TimelineState, (WorkState?)null)
                .SetProperty(row => row.EndedAt, now),
            cancellationToken);
        await EndCompleteAsync(db, cancellationToken);
    }

    /// <summary>A timeline is settled.</summary>
    public async Task SettleTimelineAsync(MnmDbContext db, WorkLease work, WorkState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await Waiting(db.ImportItems, work.Key, MatchPart.Timeline).ExecuteUpdateAsync(
            item => item.SetProperty(row => row.TimelineState, state).SetProperty(row => row.EndedAt, now), cancellationToken);
        await EndCompleteAsync(db, cancellationToken);
    }

    /// <summary>Ends imports that wait for nothing any more.</summary>
    public async Task EndCompleteAsync(MnmDbContext db, CancellationToken cancellationToken)
    {
        var (items, now) = (db.ImportItems, time.GetUtcNow());
        var ended = await db.ImportJobs.AsNoTracking()
            .Where(job => job.EndedAt == null && job.State == ImportState.Fetching && !items.Any(item => item.JobId == job.Id && item.EndedAt == null))
            .ToListAsync(cancellationToken);
        foreach (var job in ended)
        {
            await db.ImportJobs.Where(stored => stored.Id == job.Id).ExecuteUpdateAsync(
                stored => stored.SetProperty(row => row.State, ImportState.Done).SetProperty(row => row.EndedAt, now), cancellationToken);
            Log.Ended(logger, job.Id);
        }
    }

    private static IQueryable<ImportItem> Waiting(IQueryable<ImportItem> items, string matchId, MatchPart part)
    {
        var waiting = items.Where(item => item.MatchId == matchId && item.EndedAt == null);
        return part == MatchPart.Match
            ? waiting.Where(item => item.State == WorkState.Open)
            : waiting.Where(item => item.State == WorkState.Done && item.TimelineState == WorkState.Open);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Import {Id} is done")]
        public static partial void Ended(ILogger logger, string id);
    }
}

/// <summary>How a part of a match stands before Riot is asked for it.</summary>
/// <param name="IsWanted">Whether an import waits for it.</param>
/// <param name="IsHere">Whether it came by another way.</param>
/// <param name="Absence">That it will not come, where that is known.</param>
internal readonly record struct WantedPart(bool IsWanted, bool IsHere, MatchAbsence? Absence);
