using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>How games went by how long they lasted.</summary>
internal static class DurationBrackets
{
    private static readonly ImmutableArray<DurationBracket> All = [new(0, 20), new(20, 25), new(25, 30), new(30, 35), new(35, 40), new(40, null)];

    /// <summary>A group for each bracket, empty ones too; games without a length are left out.</summary>
    public static ImmutableArray<GameGroup<DurationBracket>> Of(IEnumerable<PlayedGame> games, Rates rates)
    {
        var byBracket = games.Where(game => game.Duration > TimeSpan.Zero).ToLookup(game => All.Last(bracket => game.Duration.TotalMinutes >= bracket.From));
        return [.. All.Select(bracket => GameGroups.Of(bracket, [.. byBracket[bracket]], rates))];
    }
}

/// <summary>Lengths of games in minutes.</summary>
/// <param name="From">The shortest.</param>
/// <param name="To">What is shorter than this; null of the last bracket.</param>
public readonly record struct DurationBracket(int From, int? To);
