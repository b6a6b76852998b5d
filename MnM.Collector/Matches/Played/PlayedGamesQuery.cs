using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches.Played;

/// <summary>All stored games of a player.</summary>
/// <param name="Games">Those without a start before all, then the first first.</param>
/// <param name="Companions">With whom more than one of them was played on one side, most games first.</param>
public sealed record PlayerGames(ImmutableArray<PlayedGame> Games, ImmutableArray<Companion> Companions);

/// <summary>Reads a player's stored games.</summary>
public sealed class PlayedGamesQuery(IDbContextFactory<MnmDbContext> contexts)
{
    private const int BlueTeam = 100;
    private const int RedTeam = 200;

    /// <summary>All games of a player, by whatever id a key has seen them. Brawl is left out: Riot does not approve that it is shown.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="withCustom">Whether custom games are among them, and who was in them counts as company.</param>
    /// <param name="hidden">Where it is not told who played: such games of the player are not among them, and such seats are nobody's company.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<PlayerGames> ReadAsync(KnownPlayer player, bool withCustom, HiddenSeats hidden, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await PlayerIds.OfAsync(db, player.Puuid, cancellationToken);
        var rows = await Games(db, ids).ToListAsync(cancellationToken);
        var allies = await Allies(db, ids).ToListAsync(cancellationToken);
        var without = rows.Where(row => !withCustom && row.QueueId == Match.CustomQueue).Select(row => row.MatchId).Concat(hidden.Own).ToHashSet();
        rows.RemoveAll(row => without.Contains(row.MatchId));
        allies.RemoveAll(ally => without.Contains(ally.MatchId) || hidden.Others.Contains((ally.MatchId, ally.Puuid)));

        var companions = await CompanionsAsync(db, allies, cancellationToken);
        var with = allies.Where(ally => companions.ContainsKey(ally.Person)).ToLookup(ally => ally.MatchId, ally => companions[ally.Person]);
        return new PlayerGames(
            [.. rows.Where(row => !Brawl.Is(row.Mode, row.QueueId)).DistinctBy(row => row.MatchId).OrderBy(row => row.StartedAt).Select(row => Game(row, [.. with[row.MatchId]]))],
            [.. companions.Values.OrderByDescending(companion => companion.Games).ThenBy(companion => companion.GameName, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The player's own part of each game.</summary>
    internal static IQueryable<GameRow> Games(MnmDbContext db, List<string> ids)
    {
        var (matches, participants) = (db.Matches, db.MatchParticipants);
        return participants.Where(one => ids.Contains(one.Puuid!)).Join(matches, one => one.MatchId, match => match.Id, (one, match) => new GameRow
        {
            MatchId = match.Id,
            QueueId = match.QueueId,
            Mode = match.Mode,
            Patch = match.Patch,
            StartedAt = match.StartedAt,
            DurationSeconds = match.DurationSeconds,
            EndReason = match.EndReason,
            IsRemake = match.IsRemake,
            ChampionId = one.ChampionId,
            ChampionName = one.ChampionName,
            Position = one.Position,
            TeamId = one.TeamId,
            Win = one.Win,
            Kills = one.Kills,
            Deaths = one.Deaths,
            Assists = one.Assists,
            Cs = one.Cs,
            Damage = one.Damage,
            VisionScore = one.VisionScore,
            TimePlayed = one.TimePlayed,
        });
    }

    /// <summary>Who sat on the player's side.</summary>
    internal static IQueryable<Ally> Allies(MnmDbContext db, List<string> ids)
    {
        var (participants, known) = (db.MatchParticipants, db.PlayerPuuids.Where(id => id.Product == RiotProduct.League));
        return participants.Where(one => ids.Contains(one.Puuid!))
            .Join(participants, one => one.MatchId, ally => ally.MatchId, (one, ally) => new { one, ally })
            .Where(pair => pair.ally.Puuid != null && pair.ally.Number != pair.one.Number && pair.ally.TeamId == pair.one.TeamId && pair.ally.Placement == pair.one.Placement)
            .LeftJoin(known, pair => pair.ally.Puuid, id => id.Puuid, (pair, id) =>
                new Ally(pair.ally.MatchId, pair.ally.Puuid!, id == null ? null : (long?)id.PlayerId, pair.ally.GameName, pair.ally.TagLine, pair.ally.StartedAt));
    }

    /// <summary>Whom MnM knows has the Riot ID of today, whatever the match says: former ones are not shown.</summary>
    private static async Task<Dictionary<(long?, string?), Companion>> CompanionsAsync(MnmDbContext db, List<Ally> allies, CancellationToken cancellationToken)
    {
        var groups = allies.GroupBy(ally => ally.Person).Where(games => games.Skip(1).Any()).ToList();
        var (players, known) = (db.Players, groups.Select(games => games.Key.Item1).OfType<long>().ToList());
        var names = known.Count == 0 ? [] : await players.Where(player => known.Contains(player.Id))
            .Select(player => new { player.Id, player.GameName, player.TagLine }).ToDictionaryAsync(player => player.Id, cancellationToken);
        return groups.ToDictionary(games => games.Key, games =>
        {
            var last = games.MaxBy(game => game.StartedAt)!;
            return names.TryGetValue(games.Key.Item1 ?? 0, out var today)
                ? new Companion(last.Puuid, today.GameName ?? "", today.TagLine ?? "", games.Count())
                : new Companion(last.Puuid, last.GameName, last.TagLine, games.Count());
        });
    }

    private static PlayedGame Game(GameRow row, ImmutableArray<Companion> with) => new()
    {
        MatchId = row.MatchId,
        StartedAt = row.StartedAt,
        Duration = TimeSpan.FromSeconds(row.DurationSeconds),
        // Matches of the first years do not say how long each player was there.
        Played = TimeSpan.FromSeconds(row.TimePlayed > 0 ? row.TimePlayed : row.DurationSeconds),
        Champion = new PlayedChampion(row.ChampionId, row.ChampionName),
        QueueId = row.QueueId,
        Mode = row.Mode,
        Role = row.Position,
        Patch = row.Patch,
        Outcome = row.EndReason?.StartsWith(Match.Abort, StringComparison.OrdinalIgnoreCase) == true ? Outcome.Aborted : row.IsRemake ? Outcome.Remake : row.Win ? Outcome.Won : Outcome.Lost,
        Side = row.TeamId switch { BlueTeam => Side.Blue, RedTeam => Side.Red, _ => null },
        Kills = row.Kills,
        Deaths = row.Deaths,
        Assists = row.Assists,
        Cs = row.Cs,
        Damage = row.Damage,
        VisionScore = row.VisionScore,
        With = with,
    };

    internal sealed record Ally(string MatchId, string Puuid, long? PlayerId, string GameName, string TagLine, DateTimeOffset? StartedAt)
    {
        /// <summary>The same for whoever keys of several products have seen by several ids, as far as MnM knows that.</summary>
        public (long?, string?) Person => (PlayerId, PlayerId is null ? Puuid : null);
    }

    internal sealed record GameRow
    {
        public required string MatchId { get; init; }
        public required int QueueId { get; init; }
        public required string Mode { get; init; }
        public required string Patch { get; init; }
        public required DateTimeOffset? StartedAt { get; init; }
        public required int DurationSeconds { get; init; }
        public required string? EndReason { get; init; }
        public required bool IsRemake { get; init; }
        public required int ChampionId { get; init; }
        public required string ChampionName { get; init; }
        public required string Position { get; init; }
        public required int TeamId { get; init; }
        public required bool Win { get; init; }
        public required int Kills { get; init; }
        public required int Deaths { get; init; }
        public required int Assists { get; init; }
        public required int Cs { get; init; }
        public required int Damage { get; init; }
        public required int VisionScore { get; init; }
        public required int TimePlayed { get; init; }
    }
}
