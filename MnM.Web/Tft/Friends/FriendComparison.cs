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

    /// <summary>
    /// The friend's average place less the ladder's, whose games have nothing to do with each other; null where one of them has not enough.
    /// The limits lie as far from the difference as those of both together do (G. Y. Zou, A. Donner, Statistics in Medicine 27, 2008), which stays right where an average is near an end.
    /// </summary>
    public Estimate? Difference
    {
        get
        {
            if (!IsEnough)
            {
                return null;
            }

            var (ladder, difference) = (Ladder!.AveragePlacement, Own.Mean - Ladder.AveragePlacement.Value);
            return new Estimate(
                difference, difference - double.Hypot(Own.Mean - Own.Low, ladder.High - ladder.Value), difference + double.Hypot(Own.High - Own.Mean, ladder.Value - ladder.Low));
        }
    }

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
