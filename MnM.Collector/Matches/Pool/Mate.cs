using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.Matches.Pool;

/// <summary>Somebody on whose side a player plays.</summary>
/// <param name="Companion">Who, by a Riot ID.</param>
/// <param name="Rate">Of the games of both.</param>
/// <param name="LastPlayed">When the last of them began, UTC; null where no start is known.</param>
public sealed record Mate(Companion Companion, WinRate Rate, DateTimeOffset? LastPlayed);

/// <summary>Finds with whom a player plays.</summary>
public static class Mates
{
    /// <summary>Strangers are met twice; hardly ever three times on one side.</summary>
    public const int Least = 3;

    /// <summary>
    /// Those of some games, most games first. Only games of the Rift and of ARAM count that have a part in win rates, and only people whose Riot ID their match tells.
    /// </summary>
    /// <param name="games">What is looked at.</param>
    /// <param name="rates">How shares are told.</param>
    /// <param name="most">How many people at most.</param>
    public static ImmutableArray<Mate> Of(IEnumerable<PlayedGame> games, Rates rates, int most) =>
    [
        .. games.Where(game => game is { IsRated: true, Mode: "CLASSIC" or "ARAM" or "SWIFTPLAY" })
            .SelectMany(game => game.With.Where(companion => companion.GameName.Length > 0), (game, companion) => (game, companion))
            .GroupBy(pair => pair.companion, pair => pair.game)
            .Select(group => new Mate(group.Key, rates.Of(group), group.Max(game => game.StartedAt)))
            .Where(mate => mate.Rate.Games >= Least)
            .OrderByDescending(mate => mate.Rate.Games).ThenByDescending(mate => mate.LastPlayed).Take(most),
    ];
}
