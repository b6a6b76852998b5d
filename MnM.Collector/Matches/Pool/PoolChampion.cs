using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.Matches.Pool;

/// <summary>How a player has fared with a champion.</summary>
/// <param name="Champion">Which.</param>
/// <param name="Games">How many came to an end.</param>
/// <param name="Played">The player's time in them.</param>
/// <param name="LastPlayed">When the last of them began, UTC; null where no start is known.</param>
/// <param name="Rate">Of those that have a part in win rates.</param>
/// <param name="Average">Of the same; null without one.</param>
public sealed record PoolChampion(PlayedChampion Champion, int Games, TimeSpan Played, DateTimeOffset? LastPlayed, WinRate Rate, PoolAverage? Average);

/// <summary>What is done in a game on average.</summary>
/// <param name="Kills">In a game.</param>
/// <param name="Deaths">In a game.</param>
/// <param name="Assists">In a game.</param>
/// <param name="CsPerMinute">Minions and monsters for each minute of play.</param>
public sealed record PoolAverage(double Kills, double Deaths, double Assists, double CsPerMinute)
{
    /// <summary>Kills and assists for each death; the sum of both where nobody died.</summary>
    public double Kda => (Kills + Assists) / (Deaths == 0 ? 1 : Deaths);

    /// <summary>Null of no games.</summary>
    public static PoolAverage? Of(IReadOnlyCollection<PlayedGame> games)
    {
        var minutes = games.Sum(game => game.Played.TotalMinutes);
        return games.Count == 0 ? null : new PoolAverage(
            games.Average(game => game.Kills), games.Average(game => game.Deaths), games.Average(game => game.Assists), minutes == 0 ? 0 : games.Sum(game => game.Cs) / minutes);
    }
}

/// <summary>The champions of a player.</summary>
public static class ChampionPool
{
    /// <summary>Those of some games, the most played first.</summary>
    /// <param name="games">What is looked at; remakes and what was called off are left out.</param>
    /// <param name="rates">How shares are told.</param>
    public static ImmutableArray<PoolChampion> Of(IEnumerable<PlayedGame> games, Rates rates) =>
    [
        .. games.Where(game => game.Counts).GroupBy(game => game.Champion.Id).Select(group => Of([.. group], rates))
            .OrderByDescending(champion => champion.Games).ThenByDescending(champion => champion.Played),
    ];

    private static PoolChampion Of(IReadOnlyList<PlayedGame> games, Rates rates) => new(
        games[^1].Champion, games.Count, games.Aggregate(TimeSpan.Zero, (sum, game) => sum + game.Played), games.Max(game => game.StartedAt), rates.Of(games),
        PoolAverage.Of([.. games.Where(game => game.IsRated)]));
}
