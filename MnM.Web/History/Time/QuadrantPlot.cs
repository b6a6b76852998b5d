using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;

namespace MnM.Web.History.Time;

/// <summary>Champions by games, which double with each step to the right, and win rate.</summary>
/// <param name="Lines">Horizontal lines and their labels.</param>
/// <param name="Ticks">Numbers of games, percent from the left.</param>
/// <param name="Mean">Where the mean lies.</param>
/// <param name="Often">From where on a champion is played often.</param>
/// <param name="Marks">The champions, the rarest first, so that what is played most lies on top.</param>
internal sealed record QuadrantPlot(
    ImmutableArray<(double Y, string Label)> Lines, ImmutableArray<(double X, string Label)> Ticks, double? Mean, double Often, ImmutableArray<QuadrantMark> Marks)
{
    /// <summary>Pixels from the highest to the lowest line.</summary>
    public const double Field = 226;
    public const double Top = 26;

    public static QuadrantPlot Of(TimeReport report)
    {
        var points = report.Champions.Points;
        if (points.IsEmpty)
        {
            return new QuadrantPlot([], [], null, 0, []);
        }

        // Intervals may leave the picture; the tiles may not.
        var rates = points.Select(point => point.Rate.Percent!.Value).Append(report.Champions.Mean!.Value).ToList();
        var (low, high) = (Math.Max(0, Math.Floor((rates.Min() - 4) / 5) * 5), Math.Min(100, Math.Ceiling((rates.Max() + 4) / 5) * 5));
        var step = high - low > 40 ? 10 : 5;
        var most = Math.Max(2 * WinRate.Least, points.Max(point => point.Rate.Games));
        return new QuadrantPlot(
            [.. Steps(low, high, step).Select(percent => (Y(percent), string.Create(CultureInfo.InvariantCulture, $"{percent:0} %")))],
            [.. Doubles(most).Select(games => (X(games), games.ToString("N0", CultureInfo.InvariantCulture)))],
            Y(report.Champions.Mean!.Value),
            X(report.Champions.Often),
            [.. points.Reverse().Select(point => new QuadrantMark(
                point.Champion, X(point.Rate.Games), Y(point.Rate.Percent!.Value), Y(Math.Min(high, point.Rate.Interval.High)), Y(Math.Max(low, point.Rate.Interval.Low)),
                $"{TimeWords.Rate(point.Champion.Name, point.Rate, report.Method)}; {(point.IsOften ? "often" : "rare")} and {(point.IsGood ? "good" : "weak")}"))]);

        double Y(double percent) => Top + ((high - percent) * Field / (high - low));

        // A tile's half keeps free at both edges.
        double X(double games) => 4 + (92 * Math.Log2(Math.Max(WinRate.Least, games) / WinRate.Least) / Math.Log2(most / (double)WinRate.Least));
    }

    private static IEnumerable<double> Steps(double low, double high, int step)
    {
        for (var percent = Math.Ceiling(low / step) * step; percent <= high; percent += step)
        {
            yield return percent;
        }
    }

    private static IEnumerable<int> Doubles(int most)
    {
        for (var games = WinRate.Least; games <= most; games *= 2)
        {
            yield return games;
        }
    }
}

/// <summary>A champion in the quadrant.</summary>
/// <param name="Champion">Which.</param>
/// <param name="X">Percent from the left.</param>
/// <param name="Y">Pixels from the top, as the next two.</param>
/// <param name="High">The interval's upper end.</param>
/// <param name="Low">The lower one.</param>
/// <param name="Words">What the tooltip says.</param>
internal sealed record QuadrantMark(PlayedChampion Champion, double X, double Y, double High, double Low, string Words);
