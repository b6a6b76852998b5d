using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;
using MnM.Collector.Tracking.Completion;

namespace MnM.Collector.Tracking.Detection;

/// <summary>Writes what the spectator showed. Each change is one transaction with its events, so that a kill between two leaves nothing half done, and two processes do it once.</summary>
internal sealed class DetectionStore(IDbContextFactory<MnmDbContext> contexts, TimeProvider time)
{
    /// <summary>A game was seen: its players get their rows, and what they played before is over.</summary>
    /// <returns>How many rows are new.</returns>
    public async Task<int> SawAsync(Sighting seen, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var rows = await db.TrackedGames.Where(game => game.GameId == seen.GameId).ToListAsync(cancellationToken);
        var added = 0;
        foreach (var (playerId, champion) in seen.Seats)
        {
            if (rows.Find(row => row.PlayerId == playerId) is { } row)
            {
                See(row, seen, champion, now);
            }
            else
            {
                row = New(seen, playerId, champion, now);
                db.Add(row);
                rows.Add(row);
                added++;
                if (row.Status == GameStatus.Active)
                {
                    await GameEvents.AddAsync(db, GameEvents.Started, row, now, cancellationToken);
                }
            }
        }

        await EndOthersAsync(db, rows, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await NoteAsync(db, seen, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    /// <summary>Games are not shown any more.</summary>
    public async Task GoneAsync(IReadOnlyCollection<MissingGame> missing, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, now) = (db.TrackedGames, time.GetUtcNow());
        foreach (var (gameId, playerId) in missing)
        {
            await EndAsync(games.Where(game => game.GameId == gameId && (playerId == null || game.PlayerId == playerId)), now, cancellationToken);
        }
    }

    private static Task<int> EndAsync(IQueryable<TrackedGame> games, DateTimeOffset now, CancellationToken cancellationToken) => games
        .Where(game => game.GoneAt == null && (game.Status == GameStatus.Active || game.Status == GameStatus.Custom))
        .ExecuteUpdateAsync(game => game.SetProperty(row => row.GoneAt, now).SetProperty(row => row.NextAskAt, now), cancellationToken);

    private static TrackedGame New(Sighting seen, long playerId, int? champion, DateTimeOffset now)
    {
        var row = new TrackedGame
        {
            PlayerId = playerId,
            GameId = seen.GameId,
            Product = seen.Product,
            Status = seen.Status,
            Reason = seen.Reason,
            DetectedAt = now,
            DetectedBy = DetectedBy.Spectator,
            StartedAt = seen.StartedAt,
            SeenAt = now,
            CompletedAt = seen.Status == GameStatus.Active ? null : now,
            QueueType = seen.Queue,
            ChampionId = champion,
            RawAnswer = seen.Status == GameStatus.Active ? Packing.Pack(seen.Json) : null,
        };
        row.NextAskAt = seen.Status == GameStatus.Active ? CompletionPlan.WhileSeen(row, now) : null;
        return row;
    }

    /// <summary>A row whose status is final stays: the spectator may show a game for a while after its end.</summary>
    private static void See(TrackedGame row, Sighting seen, int? champion, DateTimeOffset now)
    {
        if (row.Status is not (GameStatus.Active or GameStatus.Custom) || row.EndedAt is not null)
        {
            return;
        }

        if (row.GoneAt is not null && row.PlayerId != seen.AskedId && DetectionPlan.IsLeftOneByOne(row.Product, row.QueueType))
        {
            // Out, while the others play on.
            return;
        }

        (row.SeenAt, row.GoneAt) = (now, null);
        row.StartedAt = seen.StartedAt ?? row.StartedAt;
        row.QueueType ??= seen.Queue;
        row.ChampionId ??= champion;
        if (row.Status == GameStatus.Active)
        {
            row.RawAnswer ??= Packing.Pack(seen.Json);
            row.NextAskAt = CompletionPlan.WhileSeen(row, now);
        }
    }

    /// <summary>Nobody is in two games at once: what these players were in before is over for them.</summary>
    private static async Task EndOthersAsync(MnmDbContext db, List<TrackedGame> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var players = rows.Where(row => row.IsOn).Select(row => row.PlayerId).ToList();
        var (games, gameId, since) = (db.TrackedGames, rows[0].GameId, rows.Min(row => row.DetectedAt));
        await EndAsync(games.Where(game => players.Contains(game.PlayerId) && game.GameId != gameId && game.DetectedAt <= since), now, cancellationToken);
    }

    private static Task<int> NoteAsync(MnmDbContext db, Sighting seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (cursors, product) = (db.SweepCursors, seen.Product);
        var players = seen.Seats.Select(seat => seat.PlayerId).ToList();
        return cursors.Where(cursor => players.Contains(cursor.PlayerId) && cursor.Product == product)
            .ExecuteUpdateAsync(cursor => cursor.SetProperty(row => row.PlayedAt, now).SetProperty(row => row.IsHidden, false), cancellationToken);
    }
}
