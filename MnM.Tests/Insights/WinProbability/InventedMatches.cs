using System.Collections.Immutable;
using MnM.Collector.Insights.Features;

namespace MnM.Tests.Insights.WinProbability;

/// <summary>Matches in which a lead in gold, and nothing else, decides by a known law.</summary>
internal static class InventedMatches
{
    /// <summary>Log-odds of 1,000 gold.</summary>
    public const double Law = 0.8;

    /// <summary>The lead of a match is the same in all of its minutes, and the chance is the logistic function of it.</summary>
    public static ImmutableArray<LearntMatch> Of(int count, int seed = 1, int minutes = 20)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                var lead = 8000 * (random.NextDouble() - 0.5);
                var blueWon = random.NextDouble() < 1 / (1 + Math.Exp(-Law * lead / 1000));
                return new LearntMatch($"EUW1_{number}", blueWon, [.. Enumerable.Range(1, minutes).Select(minute => new MatchState(60 * minute) { Gold = lead, Kills = random.Next(-3, 4) })]);
            }),
        ];
    }

    /// <summary>The same with the sides swapped.</summary>
    public static LearntMatch Mirror(LearntMatch match) =>
        match with { BlueWon = !match.BlueWon, States = [.. match.States.Select(state => new MatchState(state.At) { Gold = -state.Gold, Kills = -state.Kills })] };
}
