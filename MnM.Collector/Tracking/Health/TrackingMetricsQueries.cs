using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Health;

/// <summary>Reads how well tracking does.</summary>
public sealed class TrackingMetricsQueries(IDbContextFactory<MnmDbContext> contexts, Feed<TrackingState> states, KeyHealth keys, TimeProvider time)
{
    private const int HoursKept = 24;
    private const int MostMissing = 20;
    private static readonly TimeSpan Span = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestGame = TimeSpan.FromHours(3);
    private static readonly ImmutableArray<int> Bounds = [60, 120, 300, 600, 1800, 7200];

    /// <summary>As it is now.</summary>
    public async Task<TrackingMetrics> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (now, state) = (time.GetUtcNow(), states.Current);
        var (tracked, all, since) = (db.TrackedPlayers, db.TrackedGames, now - Span);
        var players = await tracked.AsNoTracking().Where(player => player.RemovedAt == null).ToListAsync(cancellationToken);
        var statuses = await all.GroupBy(game => game.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var games = await all.AsNoTracking()
            .Where(game => game.DetectedAt >= since || game.Status == GameStatus.Active)
            .Select(game => new GameFacts(
                game.PlayerId, game.GameId, game.Product, game.Status, game.Reason, game.DetectedBy, game.DetectedAt, game.StartedAt, game.EndedAt, game.SeenAt, game.GoneAt,
                game.CompletedAt, game.RetryCount))
            .ToListAsync(cancellationToken);
        var cursors = await CursorsAsync(db, cancellationToken);
        var stuck = games.Where(game => game.Status == GameStatus.Active).Select(game => now - (game.GoneAt ?? game.DetectedAt)).ToList();
        var missing = games.Where(game => game.Status is GameStatus.Expired or GameStatus.Failed).OrderByDescending(game => game.CompletedAt).ToList();
        var completion = games.Where(game => game.Status == GameStatus.Completed).Select(game => game.CompletedAt - game.EndedAt).OfType<TimeSpan>().ToList();
        var detection = games.Where(game => game.WasSeen).Select(game => game.DetectedAt - game.StartedAt).OfType<TimeSpan>().ToList();
        var metrics = new TrackingMetrics
        {
            At = now,
            Players = players.Count(player => player.PausedAt is null),
            Paused = players.Count(player => player.PausedAt is not null),
            InGame = games.Where(game => game.IsOn && game.SeenAt > now - LongestGame).DistinctBy(game => game.PlayerId).Count(),
            Statuses = [.. Enum.GetValues<GameStatus>().Select(status => new StatusCount(status, statuses.GetValueOrDefault(status)))],
            Hours = HoursOf(games, now),
            CompletionTimes = BucketsOf(completion),
            DetectionTime = QuantilesOf(detection),
            CompletionTime = QuantilesOf(completion),
            GamesWithRetries = games.Count(game => game.RetryCount > 0),
            Retries = games.Sum(game => game.RetryCount),
            StuckTwoHours = stuck.Count(waited => waited > TimeSpan.FromHours(2)),
            StuckThreeHours = stuck.Count(waited => waited > TimeSpan.FromHours(3)),
            MissingCount = missing.Count,
            MissingResults =
            [
                .. missing.Take(MostMissing).Select(game => new MissingResult(game.PlayerId, game.GameId, game.Product, game.Status, game.CompletedAt, game.Reason)),
            ],
            SweptTo = cursors.Count == 0 ? null : cursors.Min(cursor => cursor.SweptTo),
            Criteria = [],
            Alerts = [],
            Loops = state.Loops,
            Rounds = state.Rounds,
        };
        var round = state.Rounds.Select(platform => platform.Round).DefaultIfEmpty().Max();
        var hidden = cursors.Where(cursor => cursor.IsHidden).Select(cursor => new Watch(cursor.PlayerId, cursor.Product)).ToHashSet();
        return metrics with
        {
            Criteria = CriteriaRules.Of(games, hidden, round, now),
            Alerts = AlertRules.Of(metrics, state, Enum.GetValues<RiotProduct>().Select(keys.Of)),
        };
    }

    private static async Task<List<CursorFacts>> CursorsAsync(MnmDbContext db, CancellationToken cancellationToken)
    {
        var (cursors, tracked) = (db.SweepCursors, db.TrackedPlayers);
        return await cursors.AsNoTracking()
            .Where(cursor => tracked.Any(player => player.PlayerId == cursor.PlayerId && player.RemovedAt == null && player.PausedAt == null))
            .Select(cursor => new CursorFacts(cursor.PlayerId, cursor.Product, cursor.SweptTo, cursor.IsHidden))
            .ToListAsync(cancellationToken);
    }

    private static ImmutableArray<HourCount> HoursOf(List<GameFacts> games, DateTimeOffset now)
    {
        var detected = games.CountBy(game => HourOf(game.DetectedAt)).ToDictionary();
        var completed = games.Where(game => game is { Status: GameStatus.Completed, CompletedAt: not null }).CountBy(game => HourOf(game.CompletedAt!.Value)).ToDictionary();
        var without = games.Where(game => game is { Status: not (GameStatus.Completed or GameStatus.Active), CompletedAt: not null })
            .CountBy(game => HourOf(game.CompletedAt!.Value)).ToDictionary();
        return
        [
            .. Enumerable.Range(1 - HoursKept, HoursKept).Select(back => HourOf(now).AddHours(back))
                .Select(hour => new HourCount(hour, detected.GetValueOrDefault(hour), completed.GetValueOrDefault(hour), without.GetValueOrDefault(hour))),
        ];
    }

    private static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static ImmutableArray<TimeBucket> BucketsOf(List<TimeSpan> times) =>
    [
        .. Bounds.Select((most, place) => new TimeBucket(most, times.Count(time => time.TotalSeconds <= most && (place == 0 || time.TotalSeconds > Bounds[place - 1])))),
        new TimeBucket(null, times.Count(time => time.TotalSeconds > Bounds[^1])),
    ];

    private static TimeQuantiles QuantilesOf(List<TimeSpan> times)
    {
        times.Sort();
        return times.Count == 0
            ? new TimeQuantiles(0, null, null, TimeSpan.Zero)
            : new TimeQuantiles(times.Count, times[(times.Count - 1) / 2], times[(int)Math.Ceiling(times.Count * 0.99) - 1], times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time));
    }

    private sealed record CursorFacts(long PlayerId, RiotProduct Product, DateTimeOffset SweptTo, bool IsHidden);
}

/// <summary>What the figures want to know of a game.</summary>
internal sealed record GameFacts(
    long PlayerId, string GameId, RiotProduct Product, GameStatus Status, string? Reason, DetectedBy DetectedBy, DateTimeOffset DetectedAt, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset? SeenAt, DateTimeOffset? GoneAt, DateTimeOffset? CompletedAt, int RetryCount)
{
    /// <summary>Whether it was found while it ran.</summary>
    public bool WasSeen => DetectedBy is DetectedBy.Spectator or DetectedBy.Live;

    /// <summary>Whether it runs, as far as is known.</summary>
    public bool IsOn => Status is GameStatus.Active or GameStatus.Custom && GoneAt is null && EndedAt is null;
}
