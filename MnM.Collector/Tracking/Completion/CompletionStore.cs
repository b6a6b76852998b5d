using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Completion;

/// <summary>
/// Writes what came of asking for results. Each answer is one transaction: match, rows and events of a game are stored together or not at all, and a row that has its final
/// status keeps it, whoever else comes with the same answer.
/// </summary>
internal sealed class CompletionStore(
    IDbContextFactory<MnmDbContext> contexts, HiddenPlayers hidden, SteadyTime steady, IOptions<TrackingOptions> options, TimeProvider time)
{
    /// <summary>After so long nobody's rank is asked for any more because of a game.</summary>
    public static readonly TimeSpan RankMatters = TimeSpan.FromHours(3);

    /// <summary>The games whose result is to be asked for now: first those that were never asked for, then those that wait longest.</summary>
    public async Task<ImmutableArray<DueGame>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, now) = (db.TrackedGames, time.GetUtcNow());
        var ahead = now + CompletionPlan.Furthest;
        var rows = await games.AsNoTracking()
            .Where(game => game.Status == GameStatus.Active && (game.NextAskAt == null || game.NextAskAt <= now || game.NextAskAt > ahead))
            .Select(game => new { game.GameId, game.Product, game.Asks, game.NextAskAt })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.GameId, row.Product))
                .OrderBy(game => game.Max(row => row.Asks) > 0)
                .ThenBy(game => game.Min(row => row.NextAskAt))
                .Select(game => new DueGame(game.Key.GameId, game.Key.Product)),
        ];
    }

    /// <summary>The result is here.</summary>
    /// <returns>How many rows it completed.</returns>
    public async Task<int> CompleteAsync(FinishedGame game, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (game.Store is { } store)
        {
            await store(db, cancellationToken);
        }

        var roster = await Roster.ReadAsync(db, cancellationToken);
        var rows = await db.TrackedGames.Where(row => row.GameId == game.GameId).ToListAsync(cancellationToken);
        var seats = await SeatsAsync(db, game, rows, cancellationToken);
        var ended = rows.Where(row => row.Status == GameStatus.Active).ToList();
        ended.AddRange(Friends(game, roster, rows, now));
        foreach (var row in ended)
        {
            End(row, game, seats.GetValueOrDefault(row.PlayerId), now);
            if (row.Id == 0)
            {
                db.Add(row);
            }

            if (row.Status != GameStatus.Custom)
            {
                await GameEvents.AddAsync(db, GameEvents.Completed, row, now, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await hidden.LearnAsync(db, ended, roster, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ended.Count;
    }

    /// <summary>Riot does not show it.</summary>
    public Task HideAsync(DueGame game, CancellationToken cancellationToken) => ChangeAsync(
        game,
        (row, now) => Finish(row, GameStatus.Private, AbsenceReasons.Private, now),
        cancellationToken,
        db => game.Product != RiotProduct.League ? Task.CompletedTask : MatchStore.StoreAsync(
            db,
            new MatchAbsence { MatchId = game.GameId, Part = MatchPart.Match, State = WorkState.Private, Reason = AbsenceReasons.Private, Tries = 1, ToldAt = time.GetUtcNow() },
            cancellationToken));

    /// <summary>It is not there yet. That is no error; after the time limit it will not come.</summary>
    public Task WaitAsync(DueGame game, CancellationToken cancellationToken) => ChangeAsync(
        game,
        (row, now) =>
        {
            (row.Asks, row.ErrorsInRow) = (row.Asks + 1, 0);
            if (steady.Now >= CompletionPlan.Deadline(row, options.Value.ResultDeadline))
            {
                Finish(row, GameStatus.Expired, $"Riot did not have a result within {options.Value.ResultDeadlineHours} hours; it keeps none of games that ended early.", now);
            }
            else
            {
                row.NextAskAt = CompletionPlan.AfterNothing(row, now, options.Value.CompletionInterval);
            }
        },
        cancellationToken);

    /// <summary>Asking for it went wrong.</summary>
    /// <param name="game">Which.</param>
    /// <param name="reason">A sentence for people.</param>
    /// <param name="isError">Whether it counts against the game; an outage of Riot's does not.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task FailAsync(DueGame game, string reason, bool isError, CancellationToken cancellationToken) => ChangeAsync(
        game,
        (row, now) =>
        {
            (row.LastError, row.NextAskAt) = (reason, now + options.Value.CompletionInterval);
            if (!isError)
            {
                return;
            }

            (row.Asks, row.RetryCount, row.ErrorsInRow) = (row.Asks + 1, row.RetryCount + 1, row.ErrorsInRow + 1);
            if (row.ErrorsInRow >= options.Value.MostErrors)
            {
                Finish(row, GameStatus.Failed, $"Asking for the result went wrong {row.ErrorsInRow} times in a row. {reason}", now);
            }
            else
            {
                row.NextAskAt = CompletionPlan.AfterError(row, now);
            }
        },
        cancellationToken);

    private static void Finish(TrackedGame row, GameStatus status, string? reason, DateTimeOffset now)
    {
        (row.Status, row.Reason, row.CompletedAt, row.NextAskAt) = (status, reason, now, null);
        row.GoneAt ??= now;
    }

    private static void End(TrackedGame row, FinishedGame game, FinishedSeat? seat, DateTimeOffset now)
    {
        row.Asks++;
        (row.ErrorsInRow, row.LastError) = (0, null);
        Finish(row, game.Status, seat is null && game.Status == GameStatus.Completed ? "Riot's match does not name the player." : game.Reason, now);
        (row.QueueType, row.DurationSeconds, row.EndedAt) = (game.Queue, game.DurationSeconds, game.EndedAt);
        row.StartedAt = game.StartedAt ?? row.StartedAt;
        row.WantsRank = game.IsRanked && seat is not null && now - game.EndedAt < RankMatters;
        if (seat is not null)
        {
            (row.ChampionId, row.Won, row.Side, row.Result) = (seat.ChampionId ?? row.ChampionId, seat.Won, seat.Side, seat.Result.ToJson());
        }
    }

    /// <summary>Friends who were in it and have no row yet.</summary>
    private static IEnumerable<TrackedGame> Friends(FinishedGame game, Roster roster, List<TrackedGame> rows, DateTimeOffset now) =>
        from seat in game.Seats
        let player = roster.Find(game.Product, seat.Puuid)
        where player is not null && !rows.Exists(row => row.PlayerId == player.Id) && game.StartedAt >= player.AddedAt
        select new TrackedGame
        {
            PlayerId = player.Id,
            GameId = game.GameId,
            Product = game.Product,
            Status = GameStatus.Active,
            DetectedAt = now,
            DetectedBy = DetectedBy.Match,
        };

    /// <summary>Which seat is whose: of everybody who has a row, paused or removed since or not, and of the tracked friends.</summary>
    private static async Task<Dictionary<long, FinishedSeat>> SeatsAsync(MnmDbContext db, FinishedGame game, List<TrackedGame> rows, CancellationToken cancellationToken)
    {
        var (ids, tracked, product) = (db.Set<Players.PlayerPuuid>(), db.TrackedPlayers, game.Product);
        var puuids = game.Seats.Select(seat => seat.Puuid).OfType<string>().ToList();
        var known = await ids.AsNoTracking()
            .Where(id => id.Product == product && puuids.Contains(id.Puuid) && tracked.Any(player => player.PlayerId == id.PlayerId))
            .ToListAsync(cancellationToken);
        return known.DistinctBy(id => id.PlayerId).ToDictionary(id => id.PlayerId, id => game.Seats.First(seat => seat.Puuid == id.Puuid));
    }

    private async Task ChangeAsync(DueGame game, Action<TrackedGame, DateTimeOffset> change, CancellationToken cancellationToken, Func<MnmDbContext, Task>? also = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var row in await db.TrackedGames.Where(row => row.GameId == game.GameId && row.Status == GameStatus.Active).ToListAsync(cancellationToken))
        {
            change(row, now);
        }

        if (also is not null)
        {
            await also(db);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>A game whose result is to be asked for.</summary>
internal readonly record struct DueGame(string GameId, RiotProduct Product);
