using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>How games went by role and side; those of modes without them are left out.</summary>
/// <param name="Roles">In the order of the map, only those that were played.</param>
/// <param name="Sides">Blue and red, empty ones too.</param>
public sealed record RoleAndSide(ImmutableArray<GameGroup<string>> Roles, ImmutableArray<GameGroup<Side>> Sides)
{
    private static readonly ImmutableArray<string> Order = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];

    internal static RoleAndSide Of(IReadOnlyCollection<PlayedGame> games, Rates rates)
    {
        var bySide = games.Where(game => game.Side is not null).ToLookup(game => game.Side!.Value);
        return new RoleAndSide(
            [.. GameGroups.By(games.Where(game => game.Role.Length > 0), game => game.Role, rates).OrderBy(group => (uint)Order.IndexOf(group.Key))],
            [.. Enum.GetValues<Side>().Select(side => GameGroups.Of(side, [.. bySide[side]], rates))]);
    }
}
