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

    /// <summary>So long after its end a match is in the lists at the latest.</summary>
    private static readonly TimeSpan UntilListed = TimeSpan.FromHours(1);

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

    /// <summary>
    /// Compares a reading of a ladder with what is stored. What it answers stores the reading, and orders the lists of its players that were not read to their end in this cycle:
    /// by another ladder they stand on, or by an earlier reading.
    /// </summary>
    public async Task<Func<MnmDbContext, CancellationToken, Task>> PrepareAsync(LadderOrder order, Ladder ladder, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        await using var before = await contexts.CreateDbContextAsync(cancellationToken);
        var (known, cycle) = (await KnownLadder.ReadAsync(before, order.Name, cancellationToken), order.Cycle);
        var read = await before.ReadLists.Where(list => list.ReadAt >= cycle).Select(list => list.Puuid).ToHashSetAsync(cancellationToken);
        return async (db, token) =>
        {
            var players = await LadderStore.StoreAsync(db, order.Name, ladder.Entries, readAt, known, token);
            await queue.EnqueueAsync(db, players.Where(puuid => !read.Contains(puuid)).Select(puuid => CrawlWork.ListOf(puuid, order.Platform, new ListPage())), token);
        };
    }

    /// <summary>
    /// Orders the matches of a page that are not here, and the next page unless this one told nothing but what was in the list when it was last read to its end. What is here and newer is
    /// no sign that the rest is here too: it came by the lists of seven others, or by a reading that was broken off.
    /// </summary>
    public async Task StoreAsync(MnmDbContext db, WorkLease item, ListPage page, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var (puuid, region, owner) = (item.Key, item.Group.Route, item.Group.Owner);
        var list = await db.ReadLists.FirstOrDefaultAsync(list => list.Puuid == puuid && list.Region == region, cancellationToken);
        var seen = list?.ReadAt - UntilListed;
        var told = ids.Where(id => id.Length <= LongestId && MatchIds.RegionOf(id) is not null).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.TftMatches.Where(match => told.Contains(match.Id)).Select(match => new { match.Id, At = match.GameDatetime }).ToDictionaryAsync(match => match.Id, match => match.At, cancellationToken);
        foreach (var absence in await db.MatchAbsences.AsNoTracking().Where(absence => told.Contains(absence.MatchId) && absence.Part == MatchPart.Tactics).ToListAsync(cancellationToken))
        {
            known.TryAdd(absence.MatchId, absence.ToldAt);
        }

        // Somebody who has moved brings matches of another platform; they count for the one that is crawled.
        List<NewWork> work = [.. told.Where(id => !known.ContainsKey(id)).Select(id => CrawlWork.MatchOf(id, owner))];
        if (ids.Length >= ListPage.Size && told.Exists(id => !(known.GetValueOrDefault(id) < seen)))
        {
            work.Add(CrawlWork.ListOf(puuid, owner, page with { Start = page.Start + ListPage.Size }));
        }
        else if (page.ReadAt is { } readAt)
        {
            list ??= db.Add(new ReadList { Puuid = puuid, Region = region, ReadAt = readAt }).Entity;
            list.ReadAt = readAt;
            await db.SaveChangesAsync(cancellationToken);
        }

        await queue.EnqueueAsync(db, work, cancellationToken);
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
