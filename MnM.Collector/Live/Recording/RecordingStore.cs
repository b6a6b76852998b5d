using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>Keeps and deletes recordings. The game, its final figures, its events and its timeline stay.</summary>
public sealed class RecordingStore(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Whether the recording is kept for ever. Answers whether there is such a game.</summary>
    public async Task<bool> StarAsync(long gameId, bool starred, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Games.Where(game => game.Id == gameId)
            .ExecuteUpdateAsync(game => game.SetProperty(row => row.IsStarred, starred), cancellationToken) > 0;
    }

    /// <summary>Deletes the recording of a game. Answers null where there is no such game, false while it runs.</summary>
    public async Task<bool?> DeleteAsync(long gameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var game = await db.Games.AsNoTracking().FirstOrDefaultAsync(row => row.Id == gameId, cancellationToken);
        if (game is null || game.IsLive)
        {
            return game is null ? null : false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.GameSnapshots.Where(snapshot => snapshot.GameId == gameId).ExecuteDeleteAsync(cancellationToken);
        await db.SnapshotSegments.Where(segment => segment.GameId == gameId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Deletes the recordings of games that were last polled before the given time and have no star; answers how many.</summary>
    internal async Task<int> DeleteOlderAsync(DateTimeOffset than, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (snapshots, segments) = (db.GameSnapshots, db.SnapshotSegments);
        var old = await db.Games
            .Where(game => !game.IsLive && !game.IsStarred && game.LastPolledAt < than
                && (segments.Any(segment => segment.GameId == game.Id) || snapshots.Any(snapshot => snapshot.GameId == game.Id)))
            .Select(game => game.Id)
            .ToListAsync(cancellationToken);
        foreach (var game in old)
        {
            await DeleteAsync(game, cancellationToken);
        }

        return old.Count;
    }
}
