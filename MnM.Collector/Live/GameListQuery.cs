using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>How a watched game ended for the player at this machine.</summary>
public enum GameResult
{
    /// <summary>The game did not tell who won, or nobody played at this machine.</summary>
    Unknown,

    /// <summary>The player's team won.</summary>
    Won,

    /// <summary>Another team won.</summary>
    Lost,
}

/// <summary>In which order games are listed.</summary>
public enum GameOrder
{
    /// <summary>The latest first, by its last poll: a game from a file may be older than its number.</summary>
    Newest,

    /// <summary>The earliest first.</summary>
    Oldest,

    /// <summary>The longest game first.</summary>
    Longest,

    /// <summary>The best (kills + assists) / deaths of the player at this machine first; no death counts as one.</summary>
    BestKda,
}

/// <summary>Which watched games are wanted. What is null does not narrow.</summary>
public sealed record GameFilter
{
    /// <summary>Riot's word, for example CLASSIC.</summary>
    public string? Mode { get; init; }

    /// <summary>Static data's name of the champion that the player at this machine played.</summary>
    public string? Champion { get; init; }
    public GameResult? Result { get; init; }

    /// <summary>The earliest start.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Starts before this.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>A part of the name of anybody in the game. Capitals do not matter for the letters A to Z.</summary>
    public string? Player { get; init; }
    public GameOrder Order { get; init; }

    /// <summary>Whether only games are wanted that are known to be no custom games.</summary>
    public bool OnlyMatched { get; init; }
}

/// <summary>A watched game in the list.</summary>
/// <param name="Game">Its row.</param>
/// <param name="You">The player at this machine; null where that person only watched.</param>
/// <param name="Result">How it ended for that player.</param>
/// <param name="IsRecorded">Whether it can be played back; a recording may have been deleted.</param>
public sealed record ListedGame(Game Game, PlayerInGame? You, GameResult Result, bool IsRecorded);

/// <summary>What can be chosen from: the modes and the own champions of all watched games, and how many games there are.</summary>
public sealed record GameChoices(int Games, IReadOnlyList<string> Modes, IReadOnlyList<ChampionChoice> Champions);

/// <summary>A champion by static data's name and by the client's.</summary>
public sealed record ChampionChoice(string Alias, string Name);

/// <summary>Reads pages of the filtered list of watched games.</summary>
public sealed class GameListQuery(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Games that fit, in the wanted order and among equals the newest first, and how many fit in all.</summary>
    public async Task<(IReadOnlyList<ListedGame> Games, int Total)> PageAsync(GameFilter filter, int offset, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = db.PlayersInGames.AsNoTracking();
        var fitting = Fitting(db.Games.AsNoTracking(), people, filter);
        var total = await fitting.CountAsync(cancellationToken);
        var games = await Ordered(fitting, people, filter.Order).Skip(offset).Take(limit).ToListAsync(cancellationToken);
        var ids = games.Select(game => game.Id).ToList();
        var you = (await people.Where(player => ids.Contains(player.GameId) && player.IsActivePlayer).ToListAsync(cancellationToken))
            .DistinctBy(player => player.GameId).ToDictionary(player => player.GameId);
        var (snapshots, segments) = (db.GameSnapshots, db.SnapshotSegments);
        var recorded = await db.Games
            .Where(game => ids.Contains(game.Id) && (segments.Any(segment => segment.GameId == game.Id) || snapshots.Any(snapshot => snapshot.GameId == game.Id)))
            .Select(game => game.Id).ToListAsync(cancellationToken);
        return ([.. games.Select(game => Listed(game, you.GetValueOrDefault(game.Id), recorded.Contains(game.Id)))], total);
    }

    /// <summary>What the list can be narrowed by.</summary>
    /// <param name="onlyMatched">See <see cref="GameFilter.OnlyMatched"/>.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<GameChoices> ChoicesAsync(bool onlyMatched, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var games = onlyMatched ? db.Games.Where(Game.AreMatched) : db.Games;
        var count = await games.CountAsync(cancellationToken);
        var modes = await games.Select(game => game.GameMode).Distinct().OrderBy(mode => mode).ToListAsync(cancellationToken);
        var champions = await db.PlayersInGames.Where(player => player.IsActivePlayer && games.Any(game => game.Id == player.GameId))
            .GroupBy(player => player.ChampionAlias)
            .Select(group => new { Alias = group.Key, Name = group.Max(player => player.ChampionName) })
            .ToListAsync(cancellationToken);
        return new(count, modes, [.. champions.Select(champion => new ChampionChoice(champion.Alias, champion.Name ?? champion.Alias)).OrderBy(champion => champion.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>How a game ended for <paramref name="you"/>.</summary>
    public static GameResult ResultFor(Game game, PlayerInGame? you) => (game.WinningTeam, you) switch
    {
        (null, _) or (_, null) => GameResult.Unknown,
        var (winner, player) => winner == player.Team ? GameResult.Won : GameResult.Lost,
    };

    private static ListedGame Listed(Game game, PlayerInGame? you, bool isRecorded) => new(game, you, ResultFor(game, you), isRecorded);

    private static IQueryable<Game> Fitting(IQueryable<Game> games, IQueryable<PlayerInGame> people, GameFilter filter)
    {
        var you = people.Where(player => player.IsActivePlayer);
        if (filter.OnlyMatched)
            games = games.Where(Game.AreMatched);
        if (filter.Mode is { } mode)
            games = games.Where(game => game.GameMode == mode);
        if (filter.Champion is { } champion)
            games = games.Where(game => you.Any(player => player.GameId == game.Id && player.ChampionAlias == champion));
        if (filter.From is { } from)
            games = games.Where(game => game.StartedAt >= from);
        if (filter.Before is { } before)
            games = games.Where(game => game.StartedAt < before);
        if (Pattern(filter.Player) is { } name)
            games = games.Where(game => people.Any(player => player.GameId == game.Id && (EF.Functions.Like(player.DisplayName, name, "\\") || EF.Functions.Like(player.GameName + "#" + player.TagLine, name, "\\"))));

        return filter.Result switch
        {
            GameResult.Won => games.Where(game => game.WinningTeam != null && you.Any(player => player.GameId == game.Id && player.Team == game.WinningTeam)),
            GameResult.Lost => games.Where(game => game.WinningTeam != null && you.Any(player => player.GameId == game.Id && player.Team != game.WinningTeam)),
            GameResult.Unknown => games.Where(game => game.WinningTeam == null || !you.Any(player => player.GameId == game.Id)),
            _ => games,
        };
    }

    private static IOrderedQueryable<Game> Ordered(IQueryable<Game> games, IQueryable<PlayerInGame> people, GameOrder order) => order switch
    {
        GameOrder.Oldest => games.OrderBy(game => game.LastPolledAt).ThenBy(game => game.Id),
        GameOrder.Longest => games.OrderByDescending(game => game.GameLengthSeconds).ThenByDescending(game => game.Id),
        GameOrder.BestKda => games
            .OrderByDescending(game => people.Where(player => player.GameId == game.Id && player.IsActivePlayer)
                .Select(player => (double?)(player.Kills + player.Assists) / (player.Deaths == 0 ? 1 : player.Deaths)).FirstOrDefault())
            .ThenByDescending(game => game.Id),
        _ => games.OrderByDescending(game => game.LastPolledAt).ThenByDescending(game => game.Id),
    };

    // % and _ are letters of names like any other.
    private static string? Pattern(string? part) => string.IsNullOrWhiteSpace(part)
        ? null
        : $"%{part.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
