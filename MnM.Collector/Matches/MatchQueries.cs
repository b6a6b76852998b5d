using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>A match and one of the people in it.</summary>
public sealed record PlayedMatch(Match Match, MatchParticipant Participant);

/// <summary>Reads stored matches.</summary>
public sealed class MatchQueries(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>A match with its people in the order of their numbers; null where it is not stored.</summary>
    public async Task<ReadMatch?> FindAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (matches, participants) = (db.Matches, db.MatchParticipants);
        return await matches.AsNoTracking().FirstOrDefaultAsync(match => match.Id == matchId, cancellationToken) is { } match
            ? new ReadMatch(match, [.. await participants.AsNoTracking().Where(one => one.MatchId == matchId).OrderBy(one => one.Number).ToListAsync(cancellationToken)])
            : null;
    }

    /// <summary>Those of some matches that are stored, the latest first, without their people.</summary>
    public async Task<ImmutableArray<Match>> ListAsync(IReadOnlyCollection<string> matchIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matches = db.Matches;
        return [.. await matches.AsNoTracking().Where(match => matchIds.Contains(match.Id)).OrderByDescending(match => match.StartedAt).ToListAsync(cancellationToken)];
    }

    /// <summary>The stored matches a player was in, the latest first.</summary>
    /// <param name="puuid">Whose.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<PlayedMatch>> LastOfAsync(Puuid puuid, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (matches, participants, ids) = (db.Matches, db.MatchParticipants, await PlayerIds.OfAsync(db, puuid, cancellationToken));
        var rows = await participants.AsNoTracking()
            .Where(one => ids.Contains(one.Puuid!))
            .OrderByDescending(one => one.StartedAt)
            .Take(count)
            .Join(matches.AsNoTracking(), one => one.MatchId, match => match.Id, (one, match) => new { match, one })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.one.StartedAt).Select(row => new PlayedMatch(row.match, row.one))];
    }

    /// <summary>The JSON of a match as it came; null where it is not stored.</summary>
    public async Task<byte[]?> FindJsonAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var payloads = db.MatchPayloads;
        return await payloads.Where(stored => stored.Id == matchId).Select(stored => stored.Payload).FirstOrDefaultAsync(cancellationToken) is { } packed
            ? Packing.Unpack(packed)
            : null;
    }

    /// <summary>The timeline of a match; null where it is not stored.</summary>
    public async Task<MatchTimeline?> FindTimelineAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var timelines = db.MatchTimelines;
        return await timelines.AsNoTracking().FirstOrDefaultAsync(stored => stored.MatchId == matchId, cancellationToken);
    }

    /// <summary>Why a match or its timeline will not come; null where nobody knows that.</summary>
    public async Task<MatchAbsence?> FindAbsenceAsync(string matchId, MatchPart part, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var absences = db.MatchAbsences;
        return await absences.AsNoTracking().FirstOrDefaultAsync(absence => absence.MatchId == matchId && absence.Part == part, cancellationToken);
    }
}
