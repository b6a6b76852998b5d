using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Finds the owner's games that can be explained by now.</summary>
internal sealed class OwnGames(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Of older ones somebody can ask.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <summary>Matches of games that somebody played on this machine, and that are here with their timeline or the word that there is none; the latest first.</summary>
    public async Task<ImmutableArray<string>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, people, matches, timelines, absences, since) = (db.Games, db.PlayersInGames, db.Matches, db.MatchTimelines, db.MatchAbsences, now - Recent);
        return
        [
            .. await games
                .Where(game => game.StartedAt > since && !game.IsLive && people.Any(one => one.GameId == game.Id && one.IsActivePlayer)
                    && matches.Any(match => match.Id == game.RiotMatchId)
                    && (timelines.Any(timeline => timeline.MatchId == game.RiotMatchId) || absences.Any(absence => absence.MatchId == game.RiotMatchId && absence.Part == MatchPart.Timeline)))
                .OrderByDescending(game => game.StartedAt).Select(game => game.RiotMatchId!).ToListAsync(cancellationToken),
        ];
    }
}
