using System.Collections.Immutable;

namespace MnM.Collector.Matches.Played;

/// <summary>By what a player's games can be looked at.</summary>
/// <param name="Champions">The most played first, as the next two.</param>
/// <param name="Roles">Without the empty one.</param>
/// <param name="Queues">Riot's numbers.</param>
/// <param name="Patches">The latest first.</param>
/// <param name="Companions">With whom games were played on one side, most games first.</param>
public sealed record PlayedChoices(
    ImmutableArray<Choice<PlayedChampion>> Champions, ImmutableArray<Choice<string>> Roles, ImmutableArray<Choice<int>> Queues, ImmutableArray<Choice<string>> Patches,
    ImmutableArray<Companion> Companions)
{
    public static PlayedChoices Of(PlayerGames games) => new(
        [.. Count(games.Games, game => game.Champion.Id).Select(choice => new Choice<PlayedChampion>(games.Games.Last(game => game.Champion.Id == choice.Value).Champion, choice.Games))],
        [.. Count(games.Games, game => game.Role).Where(choice => choice.Value.Length > 0)],
        [.. Count(games.Games, game => game.QueueId)],
        [.. Count(games.Games, game => game.Patch).Where(choice => choice.Value.Length > 0).OrderByDescending(choice => Version.TryParse(choice.Value, out var patch) ? patch : new Version())],
        games.Companions);

    private static IEnumerable<Choice<T>> Count<T>(ImmutableArray<PlayedGame> games, Func<PlayedGame, T> of) =>
        games.GroupBy(of).Select(group => new Choice<T>(group.Key, group.Count())).OrderByDescending(choice => choice.Games);
}

/// <summary>A value that games have, and how many have it.</summary>
public sealed record Choice<T>(T Value, int Games);
