using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A line across the chart with its label. Blue's lead grows upward, red's downward; both are labelled without a sign.</summary>
public sealed record PlotLine(double At, string Label, bool IsZero);

/// <summary>A label under the chart.</summary>
public sealed record PlotTime(double At, string Label);

/// <summary>A moment of a curve: where it lies and what it says.</summary>
public sealed record PlotStep(double X, double Width, string Words);

/// <summary>An event drawn at the edge of the side that did it.</summary>
public sealed record PlotMark(string Key, double At, Side Side, string Icon, string Title);

/// <summary>The chart of item value, blue less red, over the game. All places are percent of the plot's width or height, so it fits any size.</summary>
public sealed record DifferencePlot
{
    private const int MostPoints = 160;

    // What a mark covers of the plot's width, in percent, on the page at 1440 px.
    private const double Width = 4.4;

    // Whatever the port answers is drawn within these: a day, and a lead whose arithmetic stays whole.
    private const double LongestGame = 24 * 60 * 60;
    private const int GreatestLead = 1_000_000_000;

    private static readonly int[] Steps = [.. Enumerable.Range(2, 7).SelectMany(n => new[] { 5, 10, 20 }.Select(first => first * (int)Math.Pow(10, n)))];
    private static readonly int[] Minutes = [1, 2, 5, 10, 15, 30, 60, 120, 240];
    private static readonly string[] Marked = ["DragonKill", "HeraldKill", "BaronKill", "TurretKilled", "InhibKilled", "AtakhanKill"];

    /// <summary>Highest first.</summary>
    public required ImmutableArray<PlotLine> Lines { get; init; }
    public required ImmutableArray<PlotTime> Times { get; init; }
    public required ImmutableArray<PlotMark> Marks { get; init; }

    /// <summary>Where 0 lies, percent from the top.</summary>
    public required double Zero { get; init; }

    /// <summary>The curve in a field of 100 × 100; empty without points.</summary>
    public required string Curve { get; init; }

    /// <summary>The curve closed along the zero line.</summary>
    public required string Area { get; init; }

    /// <summary>Where the curve ends, percent from the left and from the top; null without points.</summary>
    public required (double X, double Y)? End { get; init; }

    /// <summary>Item value of blue less that of red at the last point.</summary>
    public required int Difference { get; init; }

    /// <summary>The chart of <paramref name="game"/> so far.</summary>
    public static DifferencePlot Of(LiveView game, ImmutableArray<EventLine> lines)
    {
        var points = game.ItemValues;
        var end = Within(Math.Max(game.GameTime, points.IsEmpty ? 0 : points[^1].Time), 60, LongestGame);
        var (high, low, step) = Scale(points);
        double Down(double value) => Math.Round(Within((high - value) * 100 / (high - low), 0, 100), 2);
        double Across(double time) => Math.Round(Within(time * 100 / end, 0, 100), 2);

        var zero = Down(0);
        var curve = CurveOf(points, Across, Down);
        return new()
        {
            Lines = [.. Enumerable.Range(0, ((high - low) / step) + 1).Select(n => high - (n * step)).Select(v => new PlotLine(Down(v), Label(v), v == 0))],
            Times = TimesOf(end, Across),
            Marks = MarksOf(game, lines, Across),
            Zero = zero,
            Curve = curve,
            Area = curve.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{curve}V{Figures.Css(zero)}H{Figures.Css(Across(points[0].Time))}Z"),
            End = points.IsEmpty ? null : (Across(points[^1].Time), Down(points[^1].Difference)),
            Difference = points.IsEmpty ? 0 : Lead(points[^1]),
        };
    }

    /// <summary>Top and bottom value and the step between lines: at most seven lines, 0 always one of them, and never less than 1k either way.</summary>
    internal static (int High, int Low, int Step) Scale(ImmutableArray<ItemValuePoint> points)
    {
        var most = Math.Max(1000, points.Select(Lead).DefaultIfEmpty().Max());
        var least = Math.Min(-1000, points.Select(Lead).DefaultIfEmpty().Min());
        foreach (var step in Steps)
        {
            var high = (most + step - 1) / step * step;
            var low = -((-least + step - 1) / step * step);
            if ((high - low) / step <= 6)
                return (high, low, step);
        }

        return (GreatestLead, -GreatestLead, GreatestLead);
    }

    private static int Lead(ItemValuePoint point) => Math.Clamp(point.Difference, -GreatestLead, GreatestLead);

    private static double Within(double value, double least, double most) => double.IsNaN(value) ? least : Math.Clamp(value, least, most);

    /// <summary>Labels of the time axis of a chart that ends at <paramref name="end"/> seconds.</summary>
    internal static ImmutableArray<PlotTime> TimesOf(double end, Func<double, double> across)
    {
        end = Within(end, 60, LongestGame);
        var minutes = Minutes.First(m => end / 60 / m <= 6);
        return
        [
            // The label at the very edge would be cut.
            .. Enumerable.Range(1, (int)(end / 60 / minutes)).Select(n => n * minutes * 60).Where(time => across(time) <= 97)
                .Select(time => new PlotTime(across(time), Figures.Clock(time))),
        ];
    }

    private static ImmutableArray<PlotMark> MarksOf(LiveView game, ImmutableArray<EventLine> lines, Func<double, double> across)
    {
        var words = lines.Where(line => line.Key[0] == 'e').ToDictionary(line => line.Key);
        var marks = new List<PlotMark>();
        foreach (var e in game.Events.Where(e => Marked.Contains(e.Name) && Sides.Of(e.Team) != Side.None).OrderBy(e => e.Time))
        {
            var line = words[$"e{e.Ordinal}"];
            var mark = new PlotMark(line.Key, across(e.Time), line.Side, line.Icon, line.Title);

            // What would cover the mark before it joins that one; the greater event gives the drawing.
            var near = marks.FindIndex(m => m.Side == mark.Side && mark.At - m.At < Width);
            if (near < 0)
                marks.Add(mark);
            else
                marks[near] = marks[near] with { Icon = Greater(marks[near].Icon, mark.Icon), Title = $"{marks[near].Title}\n{mark.Title}" };
        }

        return [.. marks];
    }

    private static string Greater(string one, string other) =>
        new[] { "tower", "inhib", "herald" }.Contains(one) && other is not "tower" ? other : one;

    private static string CurveOf(ImmutableArray<ItemValuePoint> points, Func<double, double> across, Func<double, double> down)
    {
        if (points.IsEmpty)
            return "";

        // A long game has more points than the chart has pixels to spare; the last one always stays.
        var every = (points.Length + MostPoints - 1) / MostPoints;
        var path = new StringBuilder();
        for (var n = 0; n < points.Length; n++)
        {
            if (n % every == 0 || n == points.Length - 1)
                path.Append(n == 0 ? 'M' : 'L').Append(Figures.Css(across(points[n].Time))).Append(' ').Append(Figures.Css(down(points[n].Difference)));
        }

        return path.ToString();
    }

    private static string Label(int value) =>
        value == 0 ? "0" : (Math.Abs(value) / 1000m).ToString("0.#", CultureInfo.InvariantCulture) + "k";
}
