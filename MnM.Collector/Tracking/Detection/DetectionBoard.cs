using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Detection;

/// <summary>What the database knows of all tracked players before a round of questions.</summary>
internal sealed class DetectionBoard
{
    /// <summary>Long enough for every game that was over within the last hours to be among those found since.</summary>
    private static readonly TimeSpan Recent = DetectionPlan.JustEnded + TimeSpan.FromHours(5);

    private readonly ILookup<long, KnownGame> _games;
    private readonly FrozenSet<Watch> _hidden;
    private readonly DateTimeOffset _now;

    private DetectionBoard(Roster roster, IEnumerable<KnownGame> games, IEnumerable<Watch> hidden, DateTimeOffset now)
    {
        (Roster, _now) = (roster, now);
        _games = games.ToLookup(game => game.PlayerId);
        _hidden = hidden.ToFrozenSet();
    }

    public Roster Roster { get; }

    public static async Task<DetectionBoard> ReadAsync(MnmDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (games, cursors, since) = (db.TrackedGames, db.SweepCursors, now - Recent);
        var known = await games.AsNoTracking().Where(game => game.Status == GameStatus.Active || game.DetectedAt > since)
            .Select(game => new KnownGame(
                game.PlayerId, game.GameId, game.Product, game.Status, game.QueueType, game.DetectedAt, game.StartedAt, game.EndedAt, game.SeenAt, game.GoneAt))
            .ToListAsync(cancellationToken);
        var hidden = await cursors.AsNoTracking().Where(cursor => cursor.IsHidden).Select(cursor => new Watch(cursor.PlayerId, cursor.Product)).ToListAsync(cancellationToken);
        return new DetectionBoard(await Roster.ReadAsync(db, cancellationToken), known, hidden, now);
    }

    /// <summary>The game that somebody is in, as far as is known.</summary>
    public KnownGame? GameOf(Watch watch) => _games[watch.PlayerId]
        .Where(game => game.Product == watch.Product && game is { Status: GameStatus.Active or GameStatus.Custom, GoneAt: null, EndedAt: null, SeenAt: not null })
        .MaxBy(game => game.DetectedAt);

    /// <summary>Whether a game of somebody's was known before this round.</summary>
    public bool WasIn(long playerId, string gameId) => _games[playerId].Any(game => game.GameId == gameId);

    /// <summary>All that the plan wants to know of somebody.</summary>
    /// <param name="watch">Who, and what of.</param>
    /// <param name="waited">Since when nothing was asked.</param>
    public WatchState StateOf(Watch watch, TimeSpan? waited)
    {
        var ends = _games[watch.PlayerId].Where(game => game.Product == watch.Product).Select(game => game.EndedAt ?? game.GoneAt).OfType<DateTimeOffset>().ToList();
        return new WatchState(watch)
        {
            Waited = waited,
            Game = GameOf(watch) is { } game ? new RunningGame(game.GameId, game.Queue, Since(game, game.StartedAt ?? game.DetectedAt), Since(game, game.SeenAt!.Value)) : null,
            PlaysOther = Enum.GetValues<RiotProduct>().Any(other => other != watch.Product && GameOf(watch with { Product = other }) is not null),
            SinceGame = ends.Count == 0 ? null : _now - ends.Max(),
            IsHidden = _hidden.Contains(watch),
        };
    }

    /// <summary>The time since; of a game that was seen in the future, by a clock that was set back since, all of it.</summary>
    private TimeSpan Since(KnownGame game, DateTimeOffset at) => game.SeenAt > _now ? TimeSpan.FromDays(1) : _now - at;

    /// <summary>What is stored of a game.</summary>
    internal sealed record KnownGame(
        long PlayerId, string GameId, RiotProduct Product, GameStatus Status, int? Queue, DateTimeOffset DetectedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
        DateTimeOffset? SeenAt, DateTimeOffset? GoneAt);
}
