using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>What became of the wish to delete a recording.</summary>
public enum RecordingDeletion
{
    Deleted,

    /// <summary>There is no such game.</summary>
    NoGame,

    /// <summary>The game still runs.</summary>
    Running,

    /// <summary>A star keeps it: that must be taken away first.</summary>
    Starred,
}

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

    /// <summary>What all recordings take up.</summary>
    public async Task<long> BytesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GameSnapshots.SumAsync(poll => (long)poll.Payload.Length, cancellationToken)
            + await db.SnapshotSegments.SumAsync(polls => (long)polls.Payload.Length + polls.Moments.Length, cancellationToken);
    }

    /// <summary>Deletes the recording of a game that is over and has no star; of a game from a file nothing is left.</summary>
    public async Task<RecordingDeletion> DeleteAsync(long gameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // It holds the lock of writers from here on: no poll and no star comes between the look at the game and the deletion.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        switch (await db.Games.AsNoTracking().FirstOrDefaultAsync(row => row.Id == gameId, cancellationToken))
        {
            case null:
                return RecordingDeletion.NoGame;
            case { IsLive: true }:
                return RecordingDeletion.Running;
            case { IsStarred: true }:
                return RecordingDeletion.Starred;
        }

        await db.Games.Where(row => row.Id == gameId && row.ImportedAt != null).ExecuteDeleteAsync(cancellationToken);
        await db.GameSnapshots.Where(snapshot => snapshot.GameId == gameId).ExecuteDeleteAsync(cancellationToken);
        await db.SnapshotSegments.Where(segment => segment.GameId == gameId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RecordingDeletion.Deleted;
    }

    /// <summary>How many recordings would go if those from before the given time were deleted.</summary>
    public async Task<int> CountOlderAsync(DateTimeOffset than, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Older(db, than).CountAsync(cancellationToken);
    }

    /// <summary>Deletes the recordings of games that were last polled, or opened from a file, before the given time and have no star; answers how many.</summary>
    internal async Task<int> DeleteOlderAsync(DateTimeOffset than, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = 0;
        foreach (var game in await Older(db, than).Select(game => game.Id).ToListAsync(cancellationToken))
        {
            deleted += await DeleteAsync(game, cancellationToken) == RecordingDeletion.Deleted ? 1 : 0;
        }

        return deleted;
    }

    private static IQueryable<Game> Older(MnmDbContext db, DateTimeOffset than)
    {
        var (snapshots, segments) = (db.GameSnapshots, db.SnapshotSegments);
        return db.Games.Where(game => !game.IsLive && !game.IsStarred && (game.ImportedAt ?? game.LastPolledAt) < than
            && (segments.Any(segment => segment.GameId == game.Id) || snapshots.Any(snapshot => snapshot.GameId == game.Id)));
    }
}
