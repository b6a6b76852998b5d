using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tracking.Completion;

namespace MnM.Collector.Tracking;

/// <summary>Joins games of this machine to the rows of its player, if that one is tracked: they are known at once and from the nearest witness, streamer mode or not.</summary>
internal sealed partial class LocalGames(
    IDbContextFactory<MnmDbContext> contexts, Feed<LiveState> states, StaticDataStore statics, IOptions<RiotOptions> riot, TrackingMonitor monitor, TimeProvider time,
    ILogger<LocalGames> logger) : PollingService(time, logger)
{
    /// <summary>Of older ones the sweep knows.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly Dictionary<long, (bool IsLive, long LookedAt)> _known = [];
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (all, people, since) = (db.Games, db.PlayersInGames, _time.GetUtcNow() - Recent);
        var games = await all.AsNoTracking().Where(game => game.ClientGameId != null && game.LastPolledAt > since).OrderBy(game => game.Id).ToListAsync(cancellationToken);
        foreach (var game in games.Where(IsNews))
        {
            var you = await people.AsNoTracking().FirstOrDefaultAsync(one => one.GameId == game.Id && one.IsActivePlayer, cancellationToken);
            if (you is { GameName.Length: > 0, TagLine.Length: > 0 } && await JoinAsync(game, you, cancellationToken))
            {
                monitor.Changed();
            }

            _known[game.Id] = (game.IsLive, _time.GetTimestamp());
        }
    }

    private bool IsNews(Game game) => !_known.TryGetValue(game.Id, out var known) || known.IsLive != game.IsLive || (game.IsLive && _time.GetElapsedTime(known.LookedAt) >= LookAgain);

    private async Task<bool> JoinAsync(Game game, PlayerInGame you, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var key = Players.PlayerQueries.KeyOf(you.GameName, you.TagLine);
        if ((await Roster.ReadAsync(db, cancellationToken)).Players.FirstOrDefault(player => player.RiotIdKey == key) is not { } player || game.LastPolledAt < player.AddedAt)
        {
            return false;
        }

        var (now, gameId) = (_time.GetUtcNow(), game.RiotMatchId ?? IdOf(game, player));
        var row = await db.TrackedGames.FirstOrDefaultAsync(known => known.PlayerId == player.Id && known.GameId == gameId, cancellationToken);
        var isNew = row is null;
        row ??= db.Add(New(game, player, gameId, you, now)).Entity;
        if (row.Status is GameStatus.Active or GameStatus.Custom)
        {
            Follow(row, game, now);
        }

        if (isNew && row is { Status: GameStatus.Active, GoneAt: null })
        {
            await GameEvents.AddAsync(db, GameEvents.Started, row, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (isNew)
        {
            Log.Joined(logger, gameId);
        }

        return true;
    }

    private TrackedGame New(Game game, Tracked player, string gameId, PlayerInGame you, DateTimeOffset now)
    {
        var isCustom = game.QueueId == 0;
        return new TrackedGame
        {
            PlayerId = player.Id,
            GameId = gameId,
            Product = RiotProduct.League,
            Status = isCustom ? GameStatus.Custom : GameStatus.Active,
            Reason = isCustom ? AbsenceReasons.Custom : null,
            DetectedAt = now,
            DetectedBy = DetectedBy.Live,
            StartedAt = game.StartedAt,
            SeenAt = game.LastPolledAt,
            CompletedAt = isCustom ? now : null,
            QueueType = game.QueueId,
            ChampionId = statics.Current.Champions.GetValueOrDefault(you.ChampionAlias)?.Id,
        };
    }

    private static void Follow(TrackedGame row, Game game, DateTimeOffset now)
    {
        (row.SeenAt, row.GoneAt) = (game.LastPolledAt, game.IsLive ? null : game.EndedAt ?? game.LastPolledAt);
        row.NextAskAt = row.Status == GameStatus.Custom ? null : game.IsLive ? CompletionPlan.WhileSeen(row, now) : now;
    }

    private string IdOf(Game game, Tracked player) => string.Create(
        CultureInfo.InvariantCulture, $"{(states.Current.Client.Platform ?? riot.Value.Platform ?? player.Platform).ToUpperInvariant()}_{game.ClientGameId}");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Game {GameId} is played on this machine")]
        public static partial void Joined(ILogger logger, string gameId);
    }
}
