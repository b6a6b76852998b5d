using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Writes matches, their timelines, and that there is none. What is there already stays, since a match never changes.</summary>
internal sealed class MatchStore(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Stores a match with its people in one transaction.</summary>
    public async Task StoreAsync(FetchedMatch fetched, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await StoreAsync(db, fetched, tries: 1, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same in the transaction of <paramref name="db"/>.</summary>
    public static async Task StoreAsync(MnmDbContext db, FetchedMatch fetched, int tries, CancellationToken cancellationToken)
    {
        var match = fetched.Read.Match;
        await ForgetAbsenceAsync(db, match.Id, MatchPart.Match, cancellationToken);
        match.Tries = tries;
        await MatchWriter.Of(db).WriteAsync(fetched, db.Database.CurrentTransaction!.GetDbTransaction(), cancellationToken);
    }

    /// <summary>Stores the timeline of a stored match in the transaction of <paramref name="db"/>.</summary>
    public static async Task StoreAsync(MnmDbContext db, MatchTimeline timeline, CancellationToken cancellationToken)
    {
        await ForgetAbsenceAsync(db, timeline.MatchId, MatchPart.Timeline, cancellationToken);
        if (!await db.MatchTimelines.AnyAsync(stored => stored.MatchId == timeline.MatchId, cancellationToken))
        {
            timeline.Payload = await ErasedPlaces.ScrubAsync(db, timeline, cancellationToken);
            db.Add(timeline);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Notes that Riot will not give something.</summary>
    public async Task StoreAsync(MatchAbsence absence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await StoreAsync(db, absence, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same in the transaction of <paramref name="db"/>.</summary>
    public static async Task StoreAsync(MnmDbContext db, MatchAbsence absence, CancellationToken cancellationToken)
    {
        await ForgetAbsenceAsync(db, absence.MatchId, absence.Part, cancellationToken);
        db.Add(absence);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task<int> ForgetAbsenceAsync(MnmDbContext db, string matchId, MatchPart part, CancellationToken cancellationToken) =>
        db.MatchAbsences.Where(absence => absence.MatchId == matchId && absence.Part == part).ExecuteDeleteAsync(cancellationToken);
}

/// <summary>A match as Riot gave it: read, and its JSON, which is compressed before others wait for the database.</summary>
internal sealed record FetchedMatch(ReadMatch Read, MatchPayload Payload)
{
    public FetchedMatch(ReadMatch read, byte[] json)
        : this(read, new MatchPayload { Id = read.Match.Id, Payload = Packing.Pack(json) })
    {
    }
}
