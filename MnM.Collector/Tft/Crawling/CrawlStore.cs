using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Stores what the crawler reads, and orders what follows from it in the same transaction.</summary>
internal sealed class CrawlStore(IDbContextFactory<MnmDbContext> contexts, WorkQueue queue, TimeProvider time)
{
    private const int LongestId = 64;

    /// <summary>So long ago a later match must have ended for Riot to have one, or never.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(4);

    /// <summary>What is known of a match before Riot is asked for it.</summary>
    public async Task<KnownMatch> FindAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TftMatches.AnyAsync(match => match.Id == matchId, cancellationToken) ? new KnownMatch.Stored()
            : await db.MatchAbsences.AsNoTracking().FirstOrDefaultAsync(absence => absence.MatchId == matchId && absence.Part == MatchPart.Tactics, cancellationToken) is { } absence ? new KnownMatch.Absent(absence)
            : new KnownMatch.Unknown();
    }

    /// <summary>Whether what Riot does not have is gone for good: a match of a higher number on its platform has been over for hours.</summary>
    public async Task<bool> IsGoneAsync(string matchId, CancellationToken cancellationToken)
    {
        // Its own platform, which is not always the crawled one: numbers of two say nothing of each other.
        var platform = matchId.Split('_')[0].ToLowerInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (limit, length) = (time.GetUtcNow() - Settled, matchId.Length);
        return await db.TftMatches.AnyAsync(
            match => match.Platform == platform && match.GameDatetime < limit && string.Compare(match.Id, matchId) > 0 && match.Id.Length == length, cancellationToken);
    }

    /// <summary>Stores a match; what came in its place before is forgotten.</summary>
    public static async Task StoreAsync(MnmDbContext db, FetchedTftMatch fetched, CancellationToken cancellationToken)
    {
        var id = fetched.Read.Match.Id;
        await TftMatchStore.StoreAsync(db, fetched, cancellationToken);
        await db.SchemaFaults.Where(fault => fault.MatchId == id && fault.Answer != null).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Keeps an answer that is not the match it should be; a later one takes its place.</summary>
    public static async Task StoreAsync(MnmDbContext db, SchemaFault fault, CancellationToken cancellationToken)
    {
        await db.SchemaFaults.Where(stored => stored.MatchId == fault.MatchId).ExecuteDeleteAsync(cancellationToken);
        db.Add(fault);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Stores a reading of a ladder, and orders the lists of its players that were not ordered in this cycle, by another ladder they stand on.</summary>
    public async Task StoreAsync(MnmDbContext db, LadderOrder order, Ladder ladder, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        var players = await LadderStore.StoreAsync(db, new LadderName(order.Platform, order.Queue, order.Tier), ladder.Entries, readAt, cancellationToken);
        var listed = await WorkQueries.EndedSince(db.WorkItems, order.Cycle).Where(item => item.Kind == CrawlWork.List).Select(item => item.Key).ToHashSetAsync(cancellationToken);
        await queue.EnqueueAsync(db, players.Where(puuid => !listed.Contains(puuid)).Select(puuid => CrawlWork.ListOf(puuid, order.Platform, new ListPage(0, order.Cycle))), cancellationToken);
    }

    /// <summary>
    /// Orders the matches of a page that are not here, and the next page unless this one told nothing new: nothing but what was here before the cycle began. What came in the
    /// cycle itself is no sign that the rest is here too, since it came by the lists of seven others, or before a restart.
    /// </summary>
    public async Task StoreAsync(MnmDbContext db, WorkLease item, ListPage page, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var told = ids.Where(id => id.Length <= LongestId && MatchIds.RegionOf(id) is not null).Distinct(StringComparer.Ordinal).ToList();
        var stored = await db.TftMatches.Where(match => told.Contains(match.Id)).Select(match => new { match.Id, At = match.FetchedAt }).ToDictionaryAsync(match => match.Id, match => match.At, cancellationToken);
        var absent = await db.MatchAbsences.Where(absence => told.Contains(absence.MatchId) && absence.Part == MatchPart.Tactics)
            .Select(absence => new { absence.MatchId, At = absence.ToldAt }).ToDictionaryAsync(absence => absence.MatchId, absence => absence.At, cancellationToken);
        var missing = told.Where(id => !stored.ContainsKey(id) && !absent.ContainsKey(id));

        // Somebody who has moved brings matches of another platform; they count for the one that is crawled.
        List<NewWork> work = [.. missing.Select(id => CrawlWork.MatchOf(id, item.Group.Owner))];
        if (ids.Length >= ListPage.Size && told.Exists(id => !IsBefore(stored, id) && !IsBefore(absent, id)))
        {
            work.Add(CrawlWork.ListOf(item.Key, item.Group.Owner, page with { Start = page.Start + ListPage.Size }));
        }

        await queue.EnqueueAsync(db, work, cancellationToken);

        bool IsBefore(Dictionary<string, DateTimeOffset> known, string id) => known.TryGetValue(id, out var at) && at < page.Cycle;
    }
}

/// <summary>What is known of a match.</summary>
internal abstract record KnownMatch
{
    private KnownMatch()
    {
    }

    /// <summary>Nothing.</summary>
    internal sealed record Unknown : KnownMatch;

    /// <summary>It is here.</summary>
    internal sealed record Stored : KnownMatch;

    /// <summary>It will not come.</summary>
    internal sealed record Absent(MatchAbsence Absence) : KnownMatch;
}
