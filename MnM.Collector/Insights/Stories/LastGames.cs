using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>A stored game of a player that can be explained.</summary>
internal sealed record LastGame(string MatchId, int Participant, string Position, int QueueId, DateTimeOffset StartedAt, bool HasTimeline);

/// <summary>Finds the games that a player's insight is made of.</summary>
internal sealed class LastGames(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>The latest first.</summary>
    public async Task<ImmutableArray<LastGame>> FindAsync(long playerId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (ids, timelines) = (await PlayerIds.OfAsync(db, playerId, cancellationToken), db.MatchTimelines);
        var rows = await db.MatchParticipants.Where(seat => ids.Contains(seat.Puuid!) && seat.StartedAt != null)
            .Join(SupportedMatches.In(db), seat => seat.MatchId, match => match.Id, (seat, match) => new { seat.MatchId, seat.Number, seat.Position, match.QueueId, seat.StartedAt })
            .OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.MatchId).Take(most)
            .Select(row => new { row.MatchId, row.Number, row.Position, row.QueueId, row.StartedAt, HasTimeline = timelines.Any(timeline => timeline.MatchId == row.MatchId) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new LastGame(row.MatchId, row.Number, row.Position, row.QueueId, row.StartedAt!.Value, row.HasTimeline))];
    }
}
