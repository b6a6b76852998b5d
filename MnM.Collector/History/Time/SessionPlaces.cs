using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>How the first, second, third … games of sessions went.</summary>
public static class SessionPlaces
{
    /// <summary>This place stands for all later ones, too.</summary>
    public const int Last = 6;

    /// <summary>Six groups by place, empty ones too.</summary>
    internal static ImmutableArray<GameGroup<int>> Of(IReadOnlyCollection<PlacedGame> chosen, Rates rates)
    {
        var byPlace = chosen.Where(placed => placed.Place > 0).ToLookup(placed => Math.Min(placed.Place, Last), placed => placed.Game);
        return [.. Enumerable.Range(1, Last).Select(place => GameGroups.Of(place, [.. byPlace[place]], rates))];
    }
}
