using System.Collections.Immutable;
using System.Text;

namespace MnM.Web.Live;

/// <summary>A line to be drawn.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Side">Its colour.</param>
/// <param name="IsMain">Whether it stands out and has its last value written at its end.</param>
/// <param name="Points">Time in seconds and value, in order.</param>
/// <param name="Label">How its value is written.</param>
/// <param name="Name">What it is called.</param>
public sealed record CurveSeries(
    string Key, Side Side, bool IsMain, ImmutableArray<(double Time, double Value)> Points, Func<double, string> Label, string Name);

/// <summary>A line as it is drawn in a field of 100 × 100.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Class">Side and weight.</param>
/// <param name="Path">For an SVG path.</param>
/// <param name="EndX">Percent from the left.</param>
/// <param name="EndY">Percent from the top.</param>
/// <param name="LabelY">Where the label stands, so that two do not cover each other.</param>
/// <param name="Label">The last value; null for a line in the background.</param>
/// <param name="Name">What it is called.</param>
public sealed record PlotSeries(string Key, string Class, string Path, double EndX, double EndY, double LabelY, string? Label, string Name);

/// <summary>A chart of lines over the game. All places are percent of the plot's width or height, so it fits any size.</summary>
public sealed record LinePlot(ImmutableArray<PlotLine> Lines, ImmutableArray<PlotTime> Times, ImmutableArray<PlotSeries> Series, double End)
{
    // Two labels nearer than this, in percent of the height, would cover each other.
    private const double LabelHeight = 9;

    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

    /// <summary>The chart of these lines.</summary>
    /// <param name="series">The lines; later ones lie on top.</param>
    /// <param name="end">Seconds at the right edge.</param>
    /// <param name="least">The top value is never below this.</param>
    /// <param name="label">How values are written at the left.</param>
    public static LinePlot Of(ImmutableArray<CurveSeries> series, double end, int least, Func<double, string> label)
    {
        end = Math.Max(60, end);
        var most = Math.Max(least, series.SelectMany(line => line.Points).Select(point => point.Value).DefaultIfEmpty().Max());
        var step = Steps.FirstOrDefault(step => most / step <= 4.5, Steps[^1]);
        var top = Math.Ceiling(most / step) * step;
        double Down(double value) => Math.Round((top - value) * 100 / top, 2);
        double Across(double time) => Math.Round(Math.Clamp(time * 100 / end, 0, 100), 2);

        var drawn = series.Where(line => !line.Points.IsEmpty).Select(line => new PlotSeries(
            line.Key, $"{line.Side.Block()} {(line.IsMain ? "main" : "back")}", PathOf(line.Points, Across, Down),
            Across(line.Points[^1].Time), Down(line.Points[^1].Value), Down(line.Points[^1].Value), line.IsMain ? line.Label(line.Points[^1].Value) : null, line.Name));
        return new(
            [.. Enumerable.Range(0, (int)(top / step) + 1).Select(n => top - (n * step)).Select(value => new PlotLine(Down(value), label(value), value == 0))],
            DifferencePlot.TimesOf(end, Across),
            Apart([.. drawn]),
            end);
    }

    /// <summary>Where a second lies, percent from the left.</summary>
    public double Across(double second) => Math.Clamp(second * 100 / End, 0, 100);

    private static ImmutableArray<PlotSeries> Apart(ImmutableArray<PlotSeries> series)
    {
        var labelled = series.Where(line => line.Label is not null).OrderBy(line => line.EndY).ToList();
        if (labelled.Count != 2 || labelled[1].EndY - labelled[0].EndY >= LabelHeight)
            return series;

        var middle = (labelled[0].EndY + labelled[1].EndY) / 2;
        return
        [
            .. series.Select(line => line.Key == labelled[0].Key ? line with { LabelY = middle - (LabelHeight / 2) }
                : line.Key == labelled[1].Key ? line with { LabelY = middle + (LabelHeight / 2) } : line),
        ];
    }

    private static string PathOf(ImmutableArray<(double Time, double Value)> points, Func<double, double> across, Func<double, double> down)
    {
        var path = new StringBuilder();
        foreach (var (time, value) in points)
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Figures.Css(across(time))).Append(' ').Append(Figures.Css(down(value)));

        return path.ToString();
    }
}
