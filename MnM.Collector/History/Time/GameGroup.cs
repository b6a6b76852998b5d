using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>What some games come to that have something in common.</summary>
/// <param name="Key">What.</param>
/// <param name="Games">How many.</param>
/// <param name="Played">The player's time in them.</param>
/// <param name="Rate">Of those that are rated.</param>
public sealed record GameGroup<TKey>(TKey Key, int Games, TimeSpan Played, WinRate Rate);

/// <summary>Puts games into groups.</summary>
internal static class GameGroups
{
    /// <summary>The groups, the most played first.</summary>
    public static ImmutableArray<GameGroup<TKey>> By<TKey>(IEnumerable<PlayedGame> games, Func<PlayedGame, TKey> key, Rates rates) =>
        [.. games.GroupBy(key).Select(group => Of(group.Key, [.. group], rates)).OrderByDescending(group => group.Played)];

    public static GameGroup<TKey> Of<TKey>(TKey key, IReadOnlyCollection<PlayedGame> games, Rates rates) =>
        new(key, games.Count, games.Sum(game => game.Played), rates.Of(games));

    public static TimeSpan Sum(this IEnumerable<PlayedGame> games, Func<PlayedGame, TimeSpan> length) => new(games.Sum(game => length(game).Ticks));
}
