using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Sweeping;

/// <summary>Keeps the cursors. One moves in the transaction that stores what was found, and in no other.</summary>
internal sealed class SweepStore(IDbContextFactory<MnmDbContext> contexts, SteadyTime steady, IOptions<TrackingOptions> options, TimeProvider time)
{
    /// <summary>Somebody whose result was given up gets another chance after this, if Riot lists the game.</summary>
    private static readonly TimeSpan SecondChance = TimeSpan.FromHours(1);

    private TimeSpan Overlap => options.Value.ResultDeadline;

    /// <summary>Everybody who is tracked, with the cursors.</summary>
    public async Task<(Roster Roster, IReadOnlyDictionary<Watch, SweepCursor> Cursors)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cursors = await db.SweepCursors.AsNoTracking().ToDictionaryAsync(cursor => new Watch(cursor.PlayerId, cursor.Product), cancellationToken);
        return (await Roster.ReadAsync(db, cancellationToken), cursors);
    }

    /// <summary>From when on matches are asked for: a match appears after its game, and may be late. Nothing before the player was added is asked for.</summary>
    public DateTimeOffset From(Tracked player, SweepCursor cursor)
    {
        // A cursor ahead of the time is the work of a clock that was set back since.
        var to = cursor.SweptTo < steady.Now ? cursor.SweptTo : steady.Now;
        return to - Overlap > player.AddedAt ? to - Overlap : player.AddedAt;
    }

    /// <summary>Whether the player has played within the last weeks is known; the cursor stands where the player was added.</summary>
    public async Task BeginAsync(Tracked player, RiotProduct product, bool plays, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.SweepCursors.AnyAsync(cursor => cursor.PlayerId == player.Id && cursor.Product == product, cancellationToken))
        {
            db.Add(new SweepCursor { PlayerId = player.Id, Product = product, SweptTo = player.AddedAt, PlayedAt = plays ? player.AddedAt : null });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>A whole list was read that began at <see cref="From"/>: what is new in it gets rows, and the cursor moves.</summary>
    /// <param name="watch">Whose list, and what of.</param>
    /// <param name="matchIds">All that it names.</param>
    /// <param name="readAt">When the reading began, by <see cref="SteadyTime"/>.</param>
    /// <param name="cancellationToken">Ends it; then nothing is stored.</param>
    /// <returns>How many games are new.</returns>
    public async Task<int> SweptAsync(Watch watch, IReadOnlyCollection<string> matchIds, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        var (playerId, product) = watch;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (games, now) = (db.TrackedGames, time.GetUtcNow());
        if (await db.SweepCursors.FirstOrDefaultAsync(cursor => cursor.PlayerId == playerId && cursor.Product == product, cancellationToken) is not { } cursor
            || !await db.TrackedPlayers.AnyAsync(player => player.PlayerId == playerId && player.RemovedAt == null, cancellationToken))
        {
            // Removed meanwhile.
            return 0;
        }

        var known = await games.Where(game => game.PlayerId == playerId && matchIds.Contains(game.GameId)).ToDictionaryAsync(game => game.GameId, cancellationToken);
        foreach (var game in known.Values)
        {
            Hasten(game, now);
        }

        var added = matchIds.Where(id => !known.ContainsKey(id)).Distinct().Select(id => Found(watch, id, now)).ToList();
        db.AddRange(added);
        if (added.Count > 0)
        {
            cursor.PlayedAt = now;
        }

        if (readAt > cursor.SweptTo || cursor.SweptTo > steady.Now)
        {
            cursor.SweptTo = readAt;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added.Count;
    }

    private static TrackedGame Found(Watch watch, string id, DateTimeOffset now) => new()
    {
        PlayerId = watch.PlayerId,
        GameId = id,
        Product = watch.Product,
        Status = GameStatus.Active,
        DetectedAt = now,
        DetectedBy = DetectedBy.Sweep,

        // What is listed is over, and its result is there.
        GoneAt = now,
        NextAskAt = now,
    };

    private static void Hasten(TrackedGame game, DateTimeOffset now)
    {
        if (game.Status == GameStatus.Active)
        {
            game.GoneAt ??= now;
            game.NextAskAt = game.NextAskAt is { } next && next < now ? next : game.ErrorsInRow > 0 ? game.NextAskAt : now;
        }
        else if (game.Status is GameStatus.Expired or GameStatus.Failed && game.CompletedAt < now - SecondChance)
        {
            (game.Status, game.Reason, game.CompletedAt, game.NextAskAt, game.ErrorsInRow) = (GameStatus.Active, null, null, now, 0);
        }
    }
}
