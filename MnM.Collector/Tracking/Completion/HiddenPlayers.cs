using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Completion;

/// <summary>
/// Learns whose games the spectator does not show, as of players in streamer mode: two games in a row that lists alone named, though the spectator was asked all through them.
/// Their lists are gone through more often. One game that it shows ends that.
/// </summary>
internal sealed class HiddenPlayers(TrackingMonitor monitor)
{
    private const int GamesInRow = 2;

    /// <summary>A shorter game may have passed between two questions.</summary>
    private const int LongEnough = 10 * 60;

    /// <summary>Looks at games that have just got their result, in the transaction that stores it.</summary>
    public async Task LearnAsync(MnmDbContext db, IReadOnlyCollection<TrackedGame> ended, Roster roster, CancellationToken cancellationToken)
    {
        foreach (var game in ended.Where(game => WasMissed(game.DetectedBy, game.StartedAt, game.DurationSeconds, roster.Find(game.PlayerId)?.Platform)))
        {
            var (games, playerId, product) = (db.TrackedGames, game.PlayerId, game.Product);
            var last = await games.AsNoTracking()
                .Where(row => row.PlayerId == playerId && row.Product == product && row.EndedAt != null)
                .OrderByDescending(row => row.EndedAt)
                .Take(GamesInRow)
                .Select(row => new { row.DetectedBy, row.StartedAt, row.DurationSeconds })
                .ToListAsync(cancellationToken);
            var platform = roster.Find(playerId)?.Platform;
            if (last.Count == GamesInRow && last.TrueForAll(row => WasMissed(row.DetectedBy, row.StartedAt, row.DurationSeconds, platform)))
            {
                var cursors = db.SweepCursors;
                await cursors.Where(cursor => cursor.PlayerId == playerId && cursor.Product == product)
                    .ExecuteUpdateAsync(cursor => cursor.SetProperty(row => row.IsHidden, true), cancellationToken);
            }
        }
    }

    private bool WasMissed(DetectedBy by, DateTimeOffset? startedAt, int? seconds, string? platform) =>
        by is DetectedBy.Sweep or DetectedBy.Match && seconds >= LongEnough && platform is not null && startedAt > monitor.UnbrokenSince(platform);
}
