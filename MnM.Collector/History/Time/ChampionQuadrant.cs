using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>Champions by how often they are played and how they go.</summary>
/// <param name="Points">Champions of at least <see cref="WinRate.Least"/> rated games, the most played first.</param>
/// <param name="Often">From so many rated games on a champion is played often: the median of the points; 0 without points.</param>
/// <param name="Mean">The player's mean in percent, which parts good from weak; null without rated games.</param>
public sealed record ChampionQuadrant(ImmutableArray<ChampionPoint> Points, double Often, double? Mean)
{
    internal static ChampionQuadrant Of(ImmutableArray<GameGroup<PlayedChampion>> champions, WinRate all)
    {
        var enough = champions.Where(group => group.Rate.IsEnough).OrderByDescending(group => group.Rate.Games).ToList();
        var (often, mean) = (Median([.. enough.Select(group => group.Rate.Games)]), all.Share.Percent);
        return new ChampionQuadrant([.. enough.Select(group => new ChampionPoint(group.Key, group.Rate, group.Rate.Games >= often, group.Rate.Percent >= mean))], often, mean);
    }

    /// <param name="descending">In order.</param>
    private static double Median(List<int> descending) => descending.Count == 0 ? 0 : (descending[(descending.Count - 1) / 2] + descending[descending.Count / 2]) / 2.0;
}

/// <summary>A champion in the quadrant.</summary>
/// <param name="Champion">Which.</param>
/// <param name="Rate">Its rated games.</param>
/// <param name="IsOften">Whether it is among those played often.</param>
/// <param name="IsGood">Whether it goes at least as well as all games.</param>
public sealed record ChampionPoint(PlayedChampion Champion, WinRate Rate, bool IsOften, bool IsGood);
