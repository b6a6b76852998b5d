using System.Collections.Immutable;
using MnM.Collector.Matches;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tft.Friends;

/// <summary>What a friend plays, beside how the high ladder does with it.</summary>
/// <param name="Id">Riot's id of a unit or a trait.</param>
/// <param name="Step">Of a trait; 0 of a unit.</param>
/// <param name="Own">The friend's games with it.</param>
/// <param name="Ladder">The high ladder's; null where it has none.</param>
public sealed record FriendComparison(string Id, int Step, PlaceFigures Own, TftRow? Ladder)
{
    private const int Most = 15;

    /// <summary>Whether both have enough games to be set beside each other.</summary>
    public bool IsEnough => Own.IsEnough && Ladder is { IsEnough: true };

    /// <summary>The units that a friend plays, those of the most games first. A board counts once, however many copies it has.</summary>
    public static ImmutableArray<FriendComparison> OfUnits(TacticsFriend friend, TftAnswer? ladder)
    {
        var rows = (ladder?.Rows ?? []).Where(row => row.Key.Unit is not null).ToLookup(row => row.Key.Unit!);
        return Of(friend, board => board.Units.Select(unit => (unit.Id, Step: 0)).Distinct(), (id, _) => rows[id].FirstOrDefault());
    }

    /// <summary>The steps of traits that a friend reaches, those of the most games first.</summary>
    public static ImmutableArray<FriendComparison> OfTraits(TacticsFriend friend, TftAnswer? ladder)
    {
        var rows = (ladder?.Rows ?? []).Where(row => !row.Key.Traits.IsDefaultOrEmpty).ToLookup(row => (row.Key.Traits[0], row.Key.TraitTier ?? 0));
        return Of(friend, board => board.Traits.Where(trait => trait.Tier > 0).Select(trait => (trait.Id, Step: trait.Tier)).Distinct(), (id, step) => rows[(id, step)].FirstOrDefault());
    }

    private static ImmutableArray<FriendComparison> Of(TacticsFriend friend, Func<TftBoard, IEnumerable<(string Id, int Step)>> things, Func<string, int, TftRow?> find) =>
    [
        .. friend.Boards.SelectMany(board => things(board).Select(thing => (thing, board.Placement)))
            .GroupBy(one => one.thing, one => one.Placement)
            .Select(group => new FriendComparison(group.Key.Id, group.Key.Step, PlaceFigures.Of([.. group]), find(group.Key.Id, group.Key.Step)))
            .OrderByDescending(one => one.Own.Games).ThenBy(one => one.Own.Mean).ThenBy(one => one.Id, StringComparer.Ordinal)
            .Take(Most),
    ];
}
