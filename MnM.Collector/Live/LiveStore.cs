using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>Reads what the poller needs to go on after a restart.</summary>
internal sealed class LiveStore(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>A client may stay on the result of a game this long while MnM is restarted.</summary>
    private static readonly TimeSpan ResultStays = TimeSpan.FromMinutes(15);

    /// <summary>The next free game id, the games left running or just ended (newest first), and the last one that ended.</summary>
    public async Task<(long NextId, IReadOnlyList<StoredGame> Unfinished, EndedGame? Last)> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var games = db.Games.Where(game => game.ImportedAt == null);
        var nextId = 1 + (await games.MaxAsync(game => (long?)game.Id, cancellationToken) ?? 0);
        var unfinished = new List<StoredGame>();
        var since = now - ResultStays;
        foreach (var game in await games.AsNoTracking().Where(game => game.IsLive || game.LastPolledAt > since).OrderByDescending(game => game.Id).ToListAsync(cancellationToken))
        {
            unfinished.Add(await ReadAsync(db, game, cancellationToken));
        }

        var last = await games.AsNoTracking().Where(game => !game.IsLive && game.EndedAt != null).OrderByDescending(game => game.Id).FirstOrDefaultAsync(cancellationToken);
        return (nextId, unfinished, last is null ? null : new EndedGame(last.Id, last.EndedAt!.Value, null));
    }

    /// <summary>The newest stored game of this number; null where there is none.</summary>
    public async Task<StoredGame?> FindAsync(long clientGameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var games = db.Games;
        return await games.AsNoTracking().Where(game => game.ClientGameId == clientGameId).OrderByDescending(game => game.Id).FirstOrDefaultAsync(cancellationToken) is { } game
            ? await ReadAsync(db, game, cancellationToken)
            : null;
    }

    private static async Task<StoredGame> ReadAsync(MnmDbContext db, Game game, CancellationToken cancellationToken)
    {
        var players = await db.PlayersInGames.AsNoTracking().Where(player => player.GameId == game.Id).OrderBy(player => player.Slot).ToListAsync(cancellationToken);
        var events = await db.GameEvents.AsNoTracking().Where(told => told.GameId == game.Id).ToListAsync(cancellationToken);
        var gaps = await db.GameGaps.CountAsync(gap => gap.GameId == game.Id, cancellationToken);
        return new StoredGame(game, [.. players.Select(View)], [.. events], gaps);
    }

    /// <summary>Who somebody is, without figures.</summary>
    public static PlayerView Person(PlayerInGame row) => new()
    {
        Slot = row.Slot,
        Team = row.Team,
        ChampionName = row.ChampionName,
        ChampionAlias = row.ChampionAlias,
        DisplayName = row.DisplayName,
        GameName = row.GameName,
        TagLine = row.TagLine,
        Position = row.Position,
        IsActivePlayer = row.IsActivePlayer,
        IsBot = row.IsBot,
        Items = [],
    };

    private static PlayerView View(PlayerInGame row) => Person(row) with
    {
        Level = row.Level,
        Kills = row.Kills,
        Deaths = row.Deaths,
        Assists = row.Assists,
        CreepScore = row.CreepScore,
        WardScore = row.WardScore,
        Items = [.. row.Items.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((id, place) =>
            new ItemView(int.Parse(id, CultureInfo.InvariantCulture), $"Item {id}", place, 1, 0))],
    };
}
