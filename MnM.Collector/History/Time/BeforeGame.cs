using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>How games went by what came before them.</summary>
internal static class BeforeGame
{
    /// <summary>A group for each of <see cref="Before"/>, empty ones too.</summary>
    public static ImmutableArray<GameGroup<Before>> Of(IReadOnlyCollection<PlacedGame> chosen, Rates rates)
    {
        var byBefore = chosen.Where(placed => placed.Before is not null).ToLookup(placed => placed.Before!.Value, placed => placed.Game);
        return [.. Enum.GetValues<Before>().Select(before => GameGroups.Of(before, [.. byBefore[before]], rates))];
    }
}
