using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;

namespace MnM.Web.History.Time;

/// <summary>Win rates side by side with their intervals.</summary>
/// <param name="Lines">Horizontal lines and their labels.</param>
/// <param name="Mean">Where the player's mean lies; null without one.</param>
/// <param name="Points">What is compared.</param>
internal sealed record RatePlot(ImmutableArray<(double Y, string Label)> Lines, double? Mean, ImmutableArray<RatePoint> Points)
{
    /// <summary>Pixels from the highest to the lowest line.</summary>
    public const double Field = 130;
    public const double Top = 8;

    /// <param name="groups">In their order, each with its name and how its tooltip calls it.</param>
    /// <param name="report">Of which they are.</param>
    public static RatePlot Of(IEnumerable<(string Label, string Name, WinRate Rate)> groups, TimeReport report)
    {
        var (all, mean) = (groups.ToList(), report.Rate.Share.Percent);
        var told = all.Where(group => group.Rate.IsEnough).Select(group => group.Rate).ToList();
        var (low, high) = told.Any(rate => Lowest(rate) < 20 || Highest(rate) > 80) ? (0, 100) : (20, 80);
        return new RatePlot(
            [.. Enumerable.Range(0, ((high - low) / 20) + 1).Select(step => low + (20 * step)).Select(percent => (Y(percent), string.Create(CultureInfo.InvariantCulture, $"{percent} %")))],
            mean is { } at ? Y(at) : null,
            [.. all.Select((group, index) => Point(group.Label, group.Name, group.Rate, 100 * (index + 0.5) / all.Count))]);

        double Y(double percent) => Top + ((high - percent) * Field / (high - low));

        RatePoint Point(string label, string name, WinRate rate, double x) => new(
            label, x, rate.Games, TimeWords.Rate(name, rate, report.Method), rate is { IsEnough: true, Percent: { } percent } ? new RateMark(
                Y(percent), Y(rate.Interval.High), Y(rate.Interval.Low), percent.ToString("0", CultureInfo.InvariantCulture), StandingOf(rate, mean)) : null);
    }

    /// <summary>Only what chance leaves no doubt of is called good or bad.</summary>
    private static Standing StandingOf(WinRate rate, double? mean) => rate.Interval.Low > mean ? Standing.Above : rate.Interval.High < mean ? Standing.Below : Standing.Even;

    private static double Lowest(WinRate rate) => Math.Min(rate.Interval.Low, rate.Percent ?? 100);

    private static double Highest(WinRate rate) => Math.Max(rate.Interval.High, rate.Percent ?? 0);
}

/// <summary>One of several win rates.</summary>
/// <param name="Label">Below it.</param>
/// <param name="X">Percent from the left.</param>
/// <param name="Games">Of so many.</param>
/// <param name="Words">What the tooltip says.</param>
/// <param name="Mark">Null of fewer than ten games.</param>
internal sealed record RatePoint(string Label, double X, int Games, string Words, RateMark? Mark);

/// <summary>Where a win rate is drawn, in pixels from the top.</summary>
internal sealed record RateMark(double Y, double High, double Low, string Percent, Standing Standing);

/// <summary>How a win rate stands to the player's mean.</summary>
internal enum Standing
{
    /// <summary>The mean is in its interval.</summary>
    Even,
    Above,
    Below,
}
