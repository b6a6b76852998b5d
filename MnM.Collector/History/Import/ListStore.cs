using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Stores which matches an import is of. A page, the work on its matches and the work on the next page are one transaction.</summary>
internal sealed class ListStore(IDbContextFactory<MnmDbContext> contexts, ImportStore imports, WorkQueue queue, TimeProvider time)
{
    /// <summary>The places of matches that an import took over from one before: behind all that are new.</summary>
    public const int TakenOver = 1_000_000;

    private const int LongestId = 64;

    /// <summary>An import whose matches are being listed; null where they are not, or not any more.</summary>
    public async Task<ImportJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ImportJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id && job.State == ImportState.Listing, cancellationToken);
    }

    /// <summary>When the oldest of a queue's listed matches began that has a time.</summary>
    public async Task<OldestMatch> FindOldestAsync(ImportJob job, ListCursor cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (items, matches) = (db.ImportItems, db.Matches);
        var oldest = await items.AsNoTracking()
            .Where(item => item.JobId == job.Id && item.Ordinal >= cursor.First && item.Ordinal < cursor.Next)
            .Where(item => item.State == WorkState.Open || matches.Any(match => match.Id == item.MatchId && match.StartedAt != null))
            .OrderByDescending(item => item.Ordinal)
            .FirstOrDefaultAsync(cancellationToken);
        return oldest is null ? new OldestMatch(null, null)
            : oldest.State == WorkState.Open ? new OldestMatch(oldest, null)
            : new OldestMatch(null, await matches.Where(match => match.Id == oldest.MatchId).Select(match => match.StartedAt).FirstAsync(cancellationToken));
    }

    /// <summary>Lets a match go before the others of its import.</summary>
    public Task HurryAsync(ImportItem item, CancellationToken cancellationToken) =>
        queue.EnqueueAsync([ImportWork.Of(item) with { DueAt = DateTimeOffset.UnixEpoch }], cancellationToken);

    /// <summary>Stores a page in the transaction that ends its work.</summary>
    /// <param name="db">The context of that transaction.</param>
    /// <param name="job">Whose list it is of.</param>
    /// <param name="cursor">Which page.</param>
    /// <param name="to">The newer end of its window.</param>
    /// <param name="ids">What Riot told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task StoreAsync(MnmDbContext db, ImportJob job, ListCursor cursor, DateTimeOffset? to, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        if (!await IsListingAsync(db, job, cancellationToken))
        {
            return;
        }

        var (now, queues, told) = (time.GetUtcNow(), job.ReadQueues(), ids.Where(id => id.Length is > 0 and <= LongestId).Distinct(StringComparer.Ordinal).ToList());
        var known = await db.ImportItems.Where(item => item.JobId == job.Id && told.Contains(item.MatchId)).ToDictionaryAsync(item => item.MatchId, item => item.Ordinal, cancellationToken);
        var room = job.Limit - (cursor.Next - cursor.First);
        var added = await ImportItems.MakeAsync(
            db, job, [.. told.Where(id => !known.ContainsKey(id)).Take(room).Select((id, place) => (id, cursor.Next + place))], now, cancellationToken);
        db.AddRange(added);
        await db.SaveChangesAsync(cancellationToken);
        if (queues.Length <= 1)
        {
            await OrderAsync(db, added, cancellationToken);
        }

        var isEnough = added.Count == room || known.Values.Any(place => place >= TakenOver);
        var next = ListPlan.After(cursor, new ListedPage(to, now, ids.Length, added.Count, isEnough));
        if (next is null && cursor.Queue + 1 < queues.Length)
        {
            next = new ListCursor { Queue = cursor.Queue + 1, First = cursor.Next + added.Count, Next = cursor.Next + added.Count };
        }

        if (next is not null)
        {
            await queue.EnqueueAsync(db, [ImportWork.PageOf(job, next)], cancellationToken);
        }
        else
        {
            await EndAsync(db, job, fault: null, cancellationToken);
        }
    }

    /// <summary>The list cannot be read any further: what was listed is imported.</summary>
    public async Task FailAsync(MnmDbContext db, ImportJob job, string fault, CancellationToken cancellationToken)
    {
        if (await IsListingAsync(db, job, cancellationToken))
        {
            await EndAsync(db, job, fault, cancellationToken);
        }
    }

    private static Task<bool> IsListingAsync(MnmDbContext db, ImportJob job, CancellationToken cancellationToken)
    {
        var id = job.Id;
        return db.ImportJobs.AnyAsync(stored => stored.Id == id && stored.State == ImportState.Listing, cancellationToken);
    }

    private static string? Because(ImportJob job, int total, string? fault) => fault is not null ? $"The list of matches could not be read to its end. {fault}"
        : total >= job.Limit ? null
        : (total, job.Queues) switch
        {
            (0, "") => "Riot lists no matches of this player.",
            (0, _) => "Riot lists no matches of this player in these queues.",
            (_, "") => string.Create(CultureInfo.InvariantCulture, $"Riot lists {total:N0} matches of this player and none before them."),
            _ => string.Create(CultureInfo.InvariantCulture, $"Riot lists {total:N0} matches of this player in these queues and none before them."),
        };

    private async Task EndAsync(MnmDbContext db, ImportJob job, string? fault, CancellationToken cancellationToken)
    {
        var items = await db.ImportItems.Where(item => item.JobId == job.Id).OrderBy(item => item.Ordinal).ToListAsync(cancellationToken);
        if (job.ReadQueues().Length > 1)
        {
            // Only with all lists is it known which matches are the newest; Riot numbers games in the order in which they begin.
            items = [.. items.OrderByDescending(item => NumberOf(item.MatchId))];
            await OrderAsync(db, items.Take(job.Limit).Where(item => item.EndedAt is null), cancellationToken);
        }

        foreach (var (place, item) in items.Index())
        {
            item.Ordinal = place;
        }

        db.RemoveRange(items.Skip(job.Limit));
        await db.SaveChangesAsync(cancellationToken);
        var (total, id, now) = (Math.Min(items.Count, job.Limit), job.Id, time.GetUtcNow());
        var because = Because(job, total, fault);
        var reason = fault is null ? null : because;
        var (state, endedAt) = total == 0 && fault is not null ? (ImportState.Failed, (DateTimeOffset?)now) : (ImportState.Fetching, null);
        await db.ImportJobs.Where(stored => stored.Id == id).ExecuteUpdateAsync(
            stored => stored.SetProperty(row => row.State, state).SetProperty(row => row.Because, because).SetProperty(row => row.Reason, reason).SetProperty(row => row.EndedAt, endedAt),
            cancellationToken);
        await imports.EndCompleteAsync(db, cancellationToken);
    }

    private static long NumberOf(string matchId) => long.TryParse(matchId.AsSpan(matchId.IndexOf('_', StringComparison.Ordinal) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private Task OrderAsync(MnmDbContext db, IEnumerable<ImportItem> items, CancellationToken cancellationToken) =>
        queue.EnqueueAsync(db, items.Where(item => item.EndedAt is null).Select(ImportWork.Of), cancellationToken);
}

/// <summary>The oldest match that is listed.</summary>
/// <param name="Awaited">It is not here yet; null where it is.</param>
/// <param name="StartedAt">When it began; null where it is not here yet, or none that is here tells.</param>
internal readonly record struct OldestMatch(ImportItem? Awaited, DateTimeOffset? StartedAt);
