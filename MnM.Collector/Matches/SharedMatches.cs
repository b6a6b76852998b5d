using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Reads the stored matches that two players were in.</summary>
public sealed class SharedMatches(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>The matches of both, the latest first; those without a time are left out.</summary>
    /// <param name="one">Whose results are told.</param>
    /// <param name="other">Who was with or against that player.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<SharedMatch>> FindAsync(Puuid one, Puuid other, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (first, second) = (await PlayerIds.OfAsync(db, one, cancellationToken), await PlayerIds.OfAsync(db, other, cancellationToken));
        var participants = db.MatchParticipants.AsNoTracking();
        var rows = await participants.Where(seat => first.Contains(seat.Puuid!) && seat.StartedAt != null)
            .Join(participants.Where(seat => second.Contains(seat.Puuid!)), seat => seat.MatchId, seat => seat.MatchId, (mine, theirs) => new { mine, theirs })
            .OrderByDescending(pair => pair.mine.StartedAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(pair => new SharedMatch(
            pair.mine.MatchId, pair.mine.StartedAt!.Value, pair.mine.TeamId == pair.theirs.TeamId && pair.mine.Placement == pair.theirs.Placement, pair.mine.IsRemake ? null : pair.mine.Win))];
    }
}

/// <summary>A match of two players.</summary>
/// <param name="MatchId">Riot's id.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="IsTogether">Whether they sat on the same side.</param>
/// <param name="Won">Whether the first of them won; null of a remake.</param>
public sealed record SharedMatch(string MatchId, DateTimeOffset StartedAt, bool IsTogether, bool? Won);
