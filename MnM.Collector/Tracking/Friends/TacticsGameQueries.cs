using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Friends;

/// <summary>Reads what friends played in Teamfight Tactics, of matches that are stored.</summary>
public sealed class TacticsGameQueries(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Each is unpacked and read: of one friend so many, the latest.</summary>
    public const int Most = 100;

    private const int Ranked = 1100;

    /// <summary>As many boards as are kept: those of thirty friends.</summary>
    private const int MostKept = 30 * Most;

    // A match never changes: what was read of it once is not unpacked for the next look.
    private readonly ConcurrentDictionary<(string MatchId, long PlayerId), TftBoard> _boards = new();

    /// <summary>The games of everybody who is tracked or paused.</summary>
    /// <param name="set">Number of a set; the latest that somebody played where null, or where nobody played it.</param>
    /// <param name="queue">Riot's number; ranked where null or where nobody played it, else what was played most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TacticsGames> ReadAsync(int? set, int? queue, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (tracked, players, games, matches, ids) = (db.TrackedPlayers, db.Players, db.TrackedGames, db.TftMatches, db.PlayerPuuids);
        var people = await tracked.AsNoTracking().Where(row => row.RemovedAt == null)
            .Join(players.AsNoTracking(), row => row.PlayerId, player => player.Id, (_, player) => player)
            .Where(player => player.GameName != null && player.TagLine != null)
            .ToListAsync(cancellationToken);
        var played = await games.AsNoTracking().Where(game => game.Product == RiotProduct.Tactics && game.Status == GameStatus.Completed)
            .Join(matches.AsNoTracking(), game => game.GameId, match => match.Id, (game, match) => new Played(game.PlayerId, match.Id, match.SetNumber, match.QueueId, match.GameDatetime))
            .ToListAsync(cancellationToken);
        played.RemoveAll(one => people.All(person => person.Id != one.PlayerId));
        var sets = played.Select(one => one.Set).Distinct().OrderDescending().ToImmutableArray();
        var chosenSet = set is { } asked && sets.Contains(asked) ? asked : sets.FirstOrDefault();
        var queues = played.Where(one => one.Set == chosenSet).CountBy(one => one.Queue).OrderByDescending(one => one.Value).Select(one => one.Key).ToImmutableArray();
        var chosenQueue = queue is { } wanted && queues.Contains(wanted) ? wanted : queues.Contains(Ranked) ? Ranked : queues.FirstOrDefault(Ranked);
        var known = await ids.AsNoTracking().Where(id => id.Product == RiotProduct.Tactics && tracked.Any(row => row.PlayerId == id.PlayerId)).ToListAsync(cancellationToken);
        var puuids = known.ToLookup(id => id.PlayerId, id => id.Puuid);
        var friends = ImmutableArray.CreateBuilder<TacticsFriend>(people.Count);
        foreach (var person in people)
        {
            var own = played.Where(one => one.PlayerId == person.Id && one.Set == chosenSet && one.Queue == chosenQueue).OrderByDescending(one => one.EndedAt).ToList();
            friends.Add(new TacticsFriend(
                person.Id, person.GameName!, person.TagLine!, person.ProfileIcon, own.Count, await BoardsAsync(db, own.Take(Most), puuids[person.Id].ToHashSet(), cancellationToken)));
        }

        return new TacticsGames(
            sets, chosenSet, queues, chosenQueue, [.. friends.OrderByDescending(friend => friend.Games).ThenBy(friend => friend.GameName, StringComparer.OrdinalIgnoreCase)]);
    }

    private async Task<ImmutableArray<TftBoard>> BoardsAsync(MnmDbContext db, IEnumerable<Played> games, HashSet<string> puuids, CancellationToken cancellationToken)
    {
        var boards = ImmutableArray.CreateBuilder<TftBoard>();
        foreach (var game in games)
        {
            // One at a time: a hundred of them unpacked would be as much as all else that MnM holds.
            if (await FindBoardAsync(db, game, puuids, cancellationToken) is { Placement: >= 1 and <= 8 } board)
            {
                boards.Add(board);
            }
        }

        return boards.DrainToImmutable();
    }

    private async Task<TftBoard?> FindBoardAsync(MnmDbContext db, Played game, HashSet<string> puuids, CancellationToken cancellationToken)
    {
        if (_boards.TryGetValue((game.MatchId, game.PlayerId), out var kept))
        {
            return kept;
        }

        var payloads = db.TftMatchPayloads;
        var packed = await payloads.AsNoTracking().Where(row => row.Id == game.MatchId).Select(row => row.Payload).FirstAsync(cancellationToken);
        if (TftBoardReader.Find(Packing.Unpack(packed), puuids) is not { } board)
        {
            return null;
        }

        if (_boards.Count >= MostKept)
        {
            _boards.Clear();
        }

        return _boards[(game.MatchId, game.PlayerId)] = board;
    }

    private sealed record Played(long PlayerId, string MatchId, int Set, int Queue, DateTimeOffset? EndedAt);
}

/// <summary>What friends played of a set in a queue.</summary>
/// <param name="Sets">That somebody played, the latest first.</param>
/// <param name="Set">The one that these games are of; 0 where there are none.</param>
/// <param name="Queues">That somebody played of it, the most first.</param>
/// <param name="Queue">The one that these games are of.</param>
/// <param name="Friends">Everybody who is followed, the most games first.</param>
public sealed record TacticsGames(ImmutableArray<int> Sets, int Set, ImmutableArray<int> Queues, int Queue, ImmutableArray<TacticsFriend> Friends);

/// <summary>A friend's games.</summary>
/// <param name="PlayerId">MnM's id.</param>
/// <param name="GameName">The Riot ID's first part.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="ProfileIcon">Null where it is not known.</param>
/// <param name="Games">How many are stored.</param>
/// <param name="Boards">Of the latest of them, the latest first.</param>
public sealed record TacticsFriend(long PlayerId, string GameName, string TagLine, int? ProfileIcon, int Games, ImmutableArray<TftBoard> Boards);
