using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Friends;

/// <summary>Reads the friends.</summary>
public sealed class FriendsQueries(IDbContextFactory<MnmDbContext> contexts, HiddenGames hiddenGames, TimeProvider time)
{
    private const int FormGames = 10;
    private static readonly TimeSpan PairingSpan = TimeSpan.FromDays(30);

    /// <summary>No game lasts longer: a row that says so was left behind.</summary>
    private static readonly TimeSpan LongestGame = TimeSpan.FromHours(3);

    /// <summary>Everybody who is tracked or paused, with all that is known of them.</summary>
    public Task<FriendsView> ReadAsync(CancellationToken cancellationToken) => ReadAsync([], cancellationToken);

    /// <summary>The same for viewers, whom games that hid a friend are not told of.</summary>
    public async Task<FriendsView> ForViewersAsync(FriendsView all, CancellationToken cancellationToken) =>
        await hiddenGames.ReadAsync(cancellationToken) is { IsEmpty: false } hidden ? await ReadAsync(hidden, cancellationToken) : all;

    private async Task<FriendsView> ReadAsync(IReadOnlyCollection<long> without, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var (day, week) = Calendar.Of(now, time.LocalTimeZone);
        var (tracked, players) = (db.TrackedPlayers, db.Players);
        var people = await tracked.AsNoTracking().Where(row => row.RemovedAt == null)
            .Join(players.AsNoTracking(), row => row.PlayerId, player => player.Id, (row, player) => new { row, player })
            .ToListAsync(cancellationToken);
        var running = await RunningAsync(GamesOf(db, without), now, cancellationToken);
        var weeks = await WeeksAsync(GamesOf(db, without), week, cancellationToken);
        var ranks = await RanksAsync(db, day, week, cancellationToken);
        var hidden = await HiddenAsync(db, cancellationToken);
        var friends = ImmutableArray.CreateBuilder<FriendView>(people.Count);
        foreach (var pair in people)
        {
            var id = pair.row.PlayerId;
            friends.Add(new FriendView
            {
                PlayerId = id,
                GameName = pair.player.GameName,
                TagLine = pair.player.TagLine,
                ProfileIcon = pair.player.ProfileIcon,
                Platform = pair.row.Platform,
                AddedAt = pair.row.AddedAt,
                PausedAt = pair.row.PausedAt,
                Game = running.GetValueOrDefault(id),
                Form = await LastAsync(GamesOf(db, without), id, FormGames, cancellationToken),
                Ranks = [.. ranks[id]],
                LeagueWeek = weeks.GetValueOrDefault((id, RiotProduct.League)) ?? new PlayedFigures(0, 0, 0),
                TacticsWeek = weeks.GetValueOrDefault((id, RiotProduct.Tactics)) ?? new PlayedFigures(0, 0, 0),
                Hidden = [.. hidden[id]],
            });
        }

        return new FriendsView(
            now,
            day,
            week,
            [.. friends.OrderBy(friend => friend.Game is null).ThenBy(friend => friend.PausedAt is not null).ThenBy(friend => friend.GameName, StringComparer.OrdinalIgnoreCase)],
            await PairingsAsync(db, GamesOf(db, without), now - PairingSpan, cancellationToken));
    }

    /// <summary>Everybody who is tracked or paused and has a Riot ID, by MnM's id.</summary>
    public async Task<ImmutableDictionary<long, NamedPlayer>> NamesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (tracked, players) = (db.TrackedPlayers, db.Players);
        var people = await tracked.AsNoTracking().Where(row => row.RemovedAt == null)
            .Join(players.AsNoTracking(), row => row.PlayerId, player => player.Id, (_, player) => player)
            .Where(player => player.GameName != null && player.TagLine != null)
            .ToListAsync(cancellationToken);
        return people.ToImmutableDictionary(player => player.Id, player => new NamedPlayer(player.GameName!, player.TagLine!, player.ProfileIcon, player.Level));
    }

    private static IQueryable<TrackedGame> GamesOf(MnmDbContext db, IReadOnlyCollection<long> without) =>
        without.Count == 0 ? db.TrackedGames.AsNoTracking() : db.TrackedGames.AsNoTracking().Where(game => !without.Contains(game.Id));

    private static async Task<ImmutableArray<PlayedGame>> LastAsync(IQueryable<TrackedGame> games, long playerId, int most, CancellationToken cancellationToken)
    {
        var rows = await games
            .Where(game => game.PlayerId == playerId && game.Status == GameStatus.Completed && game.EndedAt != null)
            .OrderByDescending(game => game.EndedAt)
            .Take(most)
            .Select(game => new { game.GameId, game.Product, game.QueueType, game.ChampionId, game.EndedAt, game.DurationSeconds, game.Won, game.Result })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(game => new PlayedGame(
            game.GameId, game.Product, game.QueueType, game.ChampionId, game.EndedAt!.Value, game.DurationSeconds ?? 0, game.Won, GameResult.Read(game.Result)))];
    }

    private static async Task<Dictionary<long, CurrentGame>> RunningAsync(IQueryable<TrackedGame> games, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - LongestGame;
        var rows = await games
            .Where(game => game.GoneAt == null && game.EndedAt == null && game.SeenAt > since && (game.Status == GameStatus.Active || game.Status == GameStatus.Custom))
            .Select(game => new { game.PlayerId, game.GameId, game.Product, game.QueueType, game.ChampionId, game.StartedAt, game.DetectedAt, game.DetectedBy, game.Status })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.PlayerId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.DetectedAt)! is var game && game.Status == GameStatus.Custom
            ? new CurrentGame(game.GameId, game.Product, game.QueueType, null, game.StartedAt, game.DetectedAt, game.DetectedBy, IsCustom: true)
            : new CurrentGame(game.GameId, game.Product, game.QueueType, game.ChampionId, game.StartedAt, game.DetectedAt, game.DetectedBy, IsCustom: false));
    }

    private static async Task<Dictionary<(long, RiotProduct), PlayedFigures>> WeeksAsync(IQueryable<TrackedGame> games, DateTimeOffset week, CancellationToken cancellationToken)
    {
        var rows = await games
            .Where(game => game.Status == GameStatus.Completed && game.EndedAt >= week)
            .GroupBy(game => new { game.PlayerId, game.Product })
            .Select(group => new { group.Key, Games = group.Count(), Wins = group.Count(game => game.Won == true), Seconds = group.Sum(game => (long)(game.DurationSeconds ?? 0)) })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.Key.PlayerId, row.Key.Product), row => new PlayedFigures(row.Games, row.Wins, row.Seconds));
    }

    private static async Task<ILookup<long, RankChange>> RanksAsync(MnmDbContext db, DateTimeOffset day, DateTimeOffset week, CancellationToken cancellationToken)
    {
        var (history, tracked) = (db.RankHistory, db.TrackedPlayers);
        var rows = await history.AsNoTracking()
            .Where(rank => tracked.Any(player => player.PlayerId == rank.PlayerId && player.RemovedAt == null))
            .Where(rank => rank.At >= week || !history.Any(later => later.PlayerId == rank.PlayerId && later.Queue == rank.Queue && later.At > rank.At && later.At <= week))
            .ToListAsync(cancellationToken);
        return rows.GroupBy(rank => (rank.PlayerId, rank.Queue)).OrderBy(group => group.Key.Queue, StringComparer.Ordinal).ToLookup(
            group => group.Key.PlayerId,
            group => group.OrderBy(rank => rank.At).ToList() is var ranks
                ? new RankChange(group.Key.Queue, ranks[^1].ToView(), Change(ranks, day), Change(ranks, week))
                : throw new InvalidOperationException());
    }

    /// <summary>Compared with the last that was told before, else with the first one since.</summary>
    private static int? Change(List<StoredRank> ranks, DateTimeOffset since) =>
        LadderPoints.Of(ranks[^1].ToView()) - LadderPoints.Of((ranks.LastOrDefault(rank => rank.At <= since) ?? ranks[0]).ToView());

    private static async Task<ILookup<long, RiotProduct>> HiddenAsync(MnmDbContext db, CancellationToken cancellationToken)
    {
        var cursors = db.SweepCursors;
        return (await cursors.AsNoTracking().Where(cursor => cursor.IsHidden).Select(cursor => new { cursor.PlayerId, cursor.Product }).ToListAsync(cancellationToken))
            .ToLookup(cursor => cursor.PlayerId, cursor => cursor.Product);
    }

    private static async Task<ImmutableArray<Pairing>> PairingsAsync(MnmDbContext db, IQueryable<TrackedGame> games, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var tracked = db.TrackedPlayers;
        var played = games.Where(game => game.Status == GameStatus.Completed && game.EndedAt >= since && game.Won != null && game.Side != null
            && tracked.Any(player => player.PlayerId == game.PlayerId && player.RemovedAt == null));
        var rows = await played
            .Join(played, game => new { game.GameId, game.Side }, game => new { game.GameId, game.Side }, (one, other) => new { one, other })
            .Where(pair => pair.one.PlayerId < pair.other.PlayerId)
            .GroupBy(pair => new { One = pair.one.PlayerId, Other = pair.other.PlayerId })
            .Select(group => new { group.Key.One, group.Key.Other, Games = group.Count(), Wins = group.Count(pair => pair.one.Won == true) })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.Games).ThenBy(row => row.One).ThenBy(row => row.Other)
            .Select(row => new Pairing(row.One, row.Other, new WinShare(row.Wins, row.Games)))];
    }
}
