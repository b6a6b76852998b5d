using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches.ChampionStats;

/// <summary>Reads the stored games of champions. Brawl is left out: Riot does not approve that it is shown.</summary>
public sealed class ChampionQueries(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>So many games of a champion are looked at, the latest: enough for narrow intervals, and no store is too large for the time it takes.</summary>
    public const int MostGames = 3000;

    /// <summary>How often each champion was played in the stored matches, whatever the mode.</summary>
    public async Task<ImmutableArray<StoredChampion>> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await Counts(db).ToListAsync(cancellationToken)];
    }

    /// <summary>How a champion does.</summary>
    /// <param name="championId">Riot's number.</param>
    /// <param name="filter">Which games.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ChampionReport> ReadAsync(int championId, ChampionFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var games = await LatestGames(db, championId).ToListAsync(cancellationToken);
        return ChampionReport.Of(InOrder(games.Take(MostGames)), filter, isCut: games.Count > MostGames);
    }

    /// <summary>How players do with a champion, most games first; who has not played it is left out. All their stored games are looked at.</summary>
    /// <param name="playerIds">MnM's own ids of the players.</param>
    /// <param name="championId">Riot's number.</param>
    /// <param name="filter">Which games.</param>
    /// <param name="without">Matches that are not told as a player's, by the player's id.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<ChampionGroup<long>>> OfPlayersAsync(
        IReadOnlyCollection<long> playerIds, int championId, ChampionFilter filter, IReadOnlySet<(long PlayerId, string MatchId)> without, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = db.PlayerPuuids;
        var ids = await known.AsNoTracking().Where(id => id.Product == RiotProduct.League && playerIds.Contains(id.PlayerId)).ToListAsync(cancellationToken);
        var groups = new List<ChampionGroup<long>>();
        foreach (var person in ids.GroupBy(id => id.PlayerId, id => id.Puuid))
        {
            var games = await GamesOf(db, [.. person], championId).ToListAsync(cancellationToken);
            groups.Add(new ChampionGroup<long>(person.Key, ChampionFigures.Of([.. InOrder(games).Where(game => game.Counts && filter.Fits(game) && !without.Contains((person.Key, game.MatchId)))])));
        }

        return [.. groups.Where(group => group.Figures.Share.Games > 0).OrderByDescending(group => group.Figures.Share.Games).ThenBy(group => group.Key)];
    }

    /// <summary>Who played some games: by the Riot ID of today whom MnM knows, others by that of the game. Who is not told has none.</summary>
    public async Task<ImmutableDictionary<(string MatchId, int Number), PlayedBy>> WhoAsync(IReadOnlyCollection<ChampionGame> games, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (participants, known, players) = (db.MatchParticipants, db.PlayerPuuids.Where(id => id.Product == RiotProduct.League), db.Players);
        var matches = games.Select(game => game.MatchId).ToList();
        var rows = await participants.Where(one => matches.Contains(one.MatchId) && one.Puuid != null)
            .LeftJoin(known, one => one.Puuid, id => id.Puuid, (one, id) => new { one, id })
            .LeftJoin(players, pair => pair.id!.PlayerId, player => player.Id, (pair, player) => new
            {
                pair.one.MatchId,
                pair.one.Number,
                GameName = player == null ? pair.one.GameName : player.GameName,
                TagLine = player == null ? pair.one.TagLine : player.TagLine,
            })
            .ToListAsync(cancellationToken);
        return rows.Where(row => row is { GameName.Length: > 0, TagLine.Length: > 0 }).ToImmutableDictionary(row => (row.MatchId, row.Number), row => new PlayedBy(row.GameName!, row.TagLine!));
    }

    internal static IQueryable<StoredChampion> Counts(MnmDbContext db)
    {
        var participants = db.MatchParticipants;
        return participants.GroupBy(one => one.ChampionId).Select(games => new StoredChampion(
            games.Key, participants.Where(one => one.ChampionId == games.Key).Select(one => one.ChampionName).First(), games.Count()));
    }

    /// <summary>One more than is looked at, so that it shows whether there are more.</summary>
    internal static IQueryable<ChampionGame> LatestGames(MnmDbContext db, int championId)
    {
        var participants = db.MatchParticipants;
        return Games(db, participants.Where(one => one.ChampionId == championId).OrderByDescending(one => one.StartedAt).Take(MostGames + 1));
    }

    /// <summary>Found by the player: nobody has played as many games as a champion was played in, and the sum keeps SQLite from the champion's index.</summary>
    internal static IQueryable<ChampionGame> GamesOf(MnmDbContext db, List<string> puuids, int championId)
    {
        var participants = db.MatchParticipants;
        return Games(db, participants.Where(one => puuids.Contains(one.Puuid!) && one.ChampionId + 0 == championId));
    }

    private static IQueryable<ChampionGame> Games(MnmDbContext db, IQueryable<MatchParticipant> which)
    {
        var (matches, participants) = (db.Matches, db.MatchParticipants);
        return which.Join(matches, one => one.MatchId, match => match.Id, (one, match) => new ChampionGame
        {
            MatchId = one.MatchId,
            Number = one.Number,
            StartedAt = one.StartedAt,
            QueueId = match.QueueId,
            Mode = match.Mode,
            Patch = match.Patch,
            Role = one.Position,
            IsCalledOff = match.IsRemake || (match.EndReason != null && match.EndReason.StartsWith("Abort")),
            IsWon = one.Win,
            Kills = one.Kills,
            Deaths = one.Deaths,
            Assists = one.Assists,
            Cs = one.Cs,
            Gold = one.GoldEarned,
            Damage = one.Damage,
            TeamDamage = participants.Where(ally => ally.MatchId == one.MatchId && ally.TeamId == one.TeamId).Sum(ally => ally.Damage),
            Seconds = one.TimePlayed > 0 ? one.TimePlayed : match.DurationSeconds,
            Items = one.Items,
            Keystone = one.Keystone,
        });
    }

    private static List<ChampionGame> InOrder(IEnumerable<ChampionGame> games) =>
        [.. games.Where(game => !Brawl.Is(game.Mode, game.QueueId)).OrderByDescending(game => game.StartedAt)];
}

/// <summary>A champion that stands in stored matches.</summary>
/// <param name="Id">Riot's number.</param>
/// <param name="Name">As a match spells it.</param>
/// <param name="Games">In so many places of them.</param>
public sealed record StoredChampion(int Id, string Name, int Games);

/// <summary>Who played a game.</summary>
public sealed record PlayedBy(string GameName, string TagLine);
