using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live.Recording;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>A watched game with its people and events.</summary>
public sealed record GameDetails(Game Game, IReadOnlyList<PlayerInGame> Players, IReadOnlyList<GameEvent> Events);

/// <summary>Reads watched games for pages and endpoints.</summary>
public sealed class GameQueries(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Games, newest first, and how many there are in all.</summary>
    /// <param name="onlyMatched">See <see cref="GameFilter.OnlyMatched"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="offset">So many are left out.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<(IReadOnlyList<Game> Games, int Total)> ListAsync(bool onlyMatched, int limit, int offset, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = onlyMatched ? db.Games.Where(Game.AreMatched) : db.Games;
        var total = await all.CountAsync(cancellationToken);
        var games = await all.AsNoTracking().OrderByDescending(game => game.LastPolledAt).ThenByDescending(game => game.Id).Skip(offset).Take(limit).ToListAsync(cancellationToken);
        return (games, total);
    }

    /// <summary>One game; null where there is none with this id.</summary>
    public async Task<GameDetails?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var game = await db.Games.AsNoTracking().FirstOrDefaultAsync(game => game.Id == id, cancellationToken);
        if (game is null)
        {
            return null;
        }

        var players = await db.PlayersInGames.AsNoTracking().Where(player => player.GameId == id).OrderBy(player => player.Slot).ToListAsync(cancellationToken);
        var events = await db.GameEvents.AsNoTracking().Where(told => told.GameId == id).OrderBy(told => told.Ordinal).ToListAsync(cancellationToken);
        return new GameDetails(game, players, events);
    }

    /// <summary>Whether there is a game with this id.</summary>
    public async Task<bool> ExistsAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Games.AnyAsync(game => game.Id == id, cancellationToken);
    }

    /// <summary>Whether there is a game with this id, and it is known to be no custom game.</summary>
    public async Task<bool> IsMatchedAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Games.Where(Game.AreMatched).AnyAsync(game => game.Id == id, cancellationToken);
    }

    /// <summary>Whom the watched games of some matches of Riot's named, by the first part of their Riot IDs; matches that nobody watched are left out.</summary>
    public async Task<IReadOnlyDictionary<string, ImmutableHashSet<string>>> NamesInAsync(IReadOnlyCollection<string> riotMatchIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, people) = (db.Games, db.PlayersInGames);
        var rows = await games.Where(game => riotMatchIds.Contains(game.RiotMatchId!))
            .Join(people, game => game.Id, player => player.GameId, (game, player) => new { Match = game.RiotMatchId!, player.GameName }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Match, row => row.GameName)
            .ToDictionary(named => named.Key, named => named.Where(name => name.Length > 0).ToImmutableHashSet<string>(GameNameComparer.Instance));
    }

    /// <summary>The matches of some players in which the watched game hid them.</summary>
    public async Task<ImmutableHashSet<(long PlayerId, string MatchId)>> HiddenMatchesAsync(IReadOnlyCollection<long> playerIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, people, seats, ids) = (db.Games, db.PlayersInGames, db.MatchParticipants, db.PlayerPuuids);
        var sat = await (
            from id in ids.Where(one => one.Product == RiotProduct.League && playerIds.Contains(one.PlayerId))
            join seat in seats on id.Puuid equals seat.Puuid
            join game in games.Where(game => people.Any(one => one.GameId == game.Id)) on seat.MatchId equals game.RiotMatchId
            select new { id.PlayerId, seat.MatchId, seat.GameName }).ToListAsync(cancellationToken);
        var named = await NamesInAsync([.. sat.Select(seat => seat.MatchId).Distinct()], cancellationToken);
        return [.. sat.Where(seat => named.TryGetValue(seat.MatchId, out var names) && !names.Contains(seat.GameName)).Select(seat => (seat.PlayerId, seat.MatchId))];
    }

    /// <summary>Whom the watched games of a player's matches hid: Riot names who sat there, the game did not.</summary>
    public async Task<HiddenSeats> HiddenSeatsAsync(long playerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, people, seats, ids) = (db.Games, db.PlayersInGames, db.MatchParticipants, await PlayerIds.OfAsync(db, playerId, cancellationToken));
        var sat = await (
            from mine in seats.Where(one => ids.Contains(one.Puuid!))
            join game in games.Where(game => people.Any(one => one.GameId == game.Id)) on mine.MatchId equals game.RiotMatchId
            join seat in seats.Where(one => one.Puuid != null) on mine.MatchId equals seat.MatchId
            select new { seat.MatchId, Puuid = seat.Puuid!, seat.GameName }).ToListAsync(cancellationToken);
        var named = await NamesInAsync([.. sat.Select(seat => seat.MatchId).Distinct()], cancellationToken);
        var own = sat.Where(seat => named.TryGetValue(seat.MatchId, out var names) && !names.Contains(seat.GameName)).ToLookup(seat => ids.Contains(seat.Puuid), seat => (seat.MatchId, seat.Puuid));
        return new HiddenSeats([.. own[true].Select(seat => seat.MatchId)], [.. own[false]]);
    }

    /// <summary>What each player of a game had every ten seconds, by second and slot; empty until the recording is folded, soon after the game's end.</summary>
    public async Task<IReadOnlyList<TimelineRow>> TimelineAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PlayerTimeline.AsNoTracking().Where(row => row.GameId == id).OrderBy(row => row.Second).ThenBy(row => row.Slot).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a game has a timeline, which outlives its recording.</summary>
    public async Task<bool> HasTimelineAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PlayerTimeline.AnyAsync(row => row.GameId == id, cancellationToken);
    }

    /// <summary>The parts of a game of which nothing is recorded, in order.</summary>
    public async Task<IReadOnlyList<GameGap>> GapsAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GameGaps.AsNoTracking().Where(gap => gap.GameId == id).OrderBy(gap => gap.Sequence).ToListAsync(cancellationToken);
    }

    /// <summary>How many games and polls are stored.</summary>
    public async Task<(int Games, long Polls)> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.Games.CountAsync(cancellationToken), await db.Games.SumAsync(game => (long)game.Polls, cancellationToken));
    }
}
