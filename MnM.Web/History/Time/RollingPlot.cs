using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MnM.Collector.History.Time;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>The rolling win rate as a curve; all places are percent of the field.</summary>
/// <param name="Lines">Horizontal lines and their labels.</param>
/// <param name="Mean">Where the mean lies.</param>
/// <param name="Path">For an SVG path of 100 by 100.</param>
/// <param name="Ticks">Days below it.</param>
/// <param name="Steps">Parts of the curve that have a tooltip.</param>
/// <param name="End">The last point and its label.</param>
internal sealed record RollingPlot(
    ImmutableArray<(double Y, string Label)> Lines, double? Mean, string Path, ImmutableArray<(double X, string Label)> Ticks, ImmutableArray<(double X, double Width, string Words)> Steps,
    (double Y, string Label) End)
{
    private const int MostSteps = 60;

    /// <summary>Null without points: there are fewer than twenty rated games.</summary>
    public static RollingPlot? Of(TimeReport report)
    {
        var points = report.Rolling.Points;
        if (points.IsEmpty)
        {
            return null;
        }

        var low = Math.Min(20, Math.Floor(points.Min(point => point.Percent) / 20) * 20);
        var high = Math.Max(80, Math.Ceiling(points.Max(point => point.Percent) / 20) * 20);
        var path = new StringBuilder();
        foreach (var (index, point) in points.Index())
        {
            path.Append(index == 0 ? 'M' : 'L').Append(Figures.Css(X(index))).Append(' ').Append(Figures.Css(Y(point.Percent)));
        }

        return new RollingPlot(
            [.. Enumerable.Range(0, (int)((high - low) / 20) + 1).Select(step => low + (20 * step)).Select(percent => (Y(percent), Invariant($"{percent:0} %")))],
            report.Rate.Share.Percent is { } mean ? Y(mean) : null,
            points.Length == 1 ? $"{path}h100" : path.ToString(),
            [.. Days(points, report.Zone).Select(tick => (X(tick.Index), tick.Label))],
            [.. Parts(points.Length).Select(part => (X(part.From), Math.Max(0.5, X(part.To) - X(part.From)), Words(points[part.To], report.Zone)))],
            (Y(points[^1].Percent), Invariant($"{points[^1].Percent:0} %")));

        double X(int index) => points.Length == 1 ? 0 : 100.0 * index / (points.Length - 1);

        double Y(double percent) => (high - percent) * 100 / (high - low);
    }

    private static string Words(RollingPoint point, TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture, $"Up to {TimeWords.Day(TimeWords.DayOf(point.At, zone))}: {point.Wins} of {RollingRate.Window} games won, {point.Percent:0} %");

    private static IEnumerable<(int From, int To)> Parts(int points)
    {
        var parts = Math.Clamp(points - 1, 1, MostSteps);
        return Enumerable.Range(0, parts).Select(part => (part * (points - 1) / parts, (part + 1) * (points - 1) / parts));
    }

    private static IEnumerable<(int Index, string Label)> Days(ImmutableArray<RollingPoint> points, TimeZoneInfo zone) => ((int[])[0, points.Length / 2, points.Length - 1])
        .Distinct().Select(index => (index, Invariant($"{TimeWords.DayOf(points[index].At, zone):d MMM yyyy}")));
}
