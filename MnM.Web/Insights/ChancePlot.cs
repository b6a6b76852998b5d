using System.Collections.Immutable;
using System.Text;
using MnM.Collector.Insights;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using static System.FormattableString;

namespace MnM.Web.Insights;

/// <summary>The own side's chance to win over the game, as the model tells it afterwards. All places are percent of the plot's width or height, so it fits any size.</summary>
public sealed record ChancePlot
{
    // What a mark covers of the plot's width, in percent, on the page at 1440 px.
    private const double Width = 3.2;
    private const int MostTold = 4;
    private const double LongestGame = 24 * 60 * 60;
    private static readonly int[] Percents = [100, 75, 50, 25, 0];

    /// <summary>Highest first; 50 % is the strong one.</summary>
    public ImmutableArray<PlotLine> Lines { get; } = [.. Percents.Select(percent => new PlotLine(100 - percent, Invariant($"{percent} %"), percent == 50))];
    public required ImmutableArray<PlotTime> Times { get; init; }

    /// <summary>What the own side did at the top, what the other did at the bottom.</summary>
    public required ImmutableArray<PlotMark> Marks { get; init; }

    /// <summary>The minutes, each with its chance and what happened in it.</summary>
    public required ImmutableArray<PlotStep> Steps { get; init; }

    /// <summary>The curve in a field of 100 × 100.</summary>
    public required string Curve { get; init; }

    /// <summary>The curve closed along the line of 50 %.</summary>
    public required string Area { get; init; }

    /// <summary>Where the curve ends.</summary>
    public required (double X, double Y, string Label) End { get; init; }
    public required Side Own { get; init; }

    public Side Other => Own == Side.Blue ? Side.Red : Side.Blue;

    /// <summary>Null where the report has no chances or is not of one match.</summary>
    public static ChancePlot? Of(InsightReport report, StaticCatalog catalog)
    {
        if (report.Matches is not [var match] || report.Chances.IsEmpty)
        {
            return null;
        }

        var points = report.Chances.Select(point => (At: Within(point.At, LongestGame), Chance: Within(point.Chance, 1))).OrderBy(point => point.At).ToImmutableArray();
        var end = Math.Max(60, Math.Max(points[^1].At, Within(match.Seconds, LongestGame)));
        var own = match.IsBlue ? Side.Blue : Side.Red;
        var path = new StringBuilder();
        foreach (var (at, chance) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Figures.Css(Across(at))).Append(' ').Append(Figures.Css(Down(chance)));
        }

        return new ChancePlot
        {
            Times = DifferencePlot.TimesOf(end, Across),
            Marks = MarksOf(report.Actions, own, Across, catalog),
            Steps = StepsOf(points, report.Actions, end, Across, catalog),
            Curve = path.ToString(),
            Area = Invariant($"{path}V50H{Figures.Css(Across(points[0].At))}Z"),
            End = (Across(points[^1].At), Down(points[^1].Chance), InsightPhrases.Percent(points[^1].Chance)),
            Own = own,
        };

        double Across(double at) => Math.Round(Within(at * 100 / end, 100), 2);
    }

    private static double Down(double chance) => Math.Round(100 - (chance * 100), 2);

    private static double Within(double value, double most) => double.IsNaN(value) ? 0 : Math.Clamp(value, 0, most);

    private static ImmutableArray<PlotMark> MarksOf(ImmutableArray<InsightAction> actions, Side own, Func<double, double> across, StaticCatalog catalog)
    {
        var marks = new List<(PlotMark Mark, double Weight)>();
        foreach (var (index, action) in actions.Index().Where(one => one.Item.Kind is not (ActionKind.Purchase or ActionKind.Plate)).OrderBy(one => one.Item.At))
        {
            var side = action.IsOurs ? own : own == Side.Blue ? Side.Red : Side.Blue;
            var mark = new PlotMark(Invariant($"a{index}"), across(action.At), side, InsightPhrases.Icon(action), InsightPhrases.Line(action, catalog));
            var weight = Math.Abs(action.Swing ?? 0) + (IsPrize(action.Kind) ? 1 : 0);

            // What would cover the mark before it joins that one; what weighs more gives the drawing.
            var near = marks.FindLastIndex(one => one.Mark.Side == side);
            if (near < 0 || mark.At - marks[near].Mark.At >= Width)
            {
                marks.Add((mark, weight));
                continue;
            }

            var (before, heavy) = marks[near];
            marks[near] = (before with { Icon = weight > heavy ? mark.Icon : before.Icon, Title = $"{before.Title}; {mark.Title}" }, Math.Max(weight, heavy));
        }

        return [.. marks.Select(one => one.Mark)];
    }

    private static ImmutableArray<PlotStep> StepsOf(
        ImmutableArray<(double At, double Chance)> points, ImmutableArray<InsightAction> actions, double end, Func<double, double> across, StaticCatalog catalog)
    {
        return [.. points.Select((point, index) =>
        {
            // The span around a minute belongs to it, so that what is under the mouse is the nearest one.
            var from = index == 0 ? 0 : (points[index - 1].At + point.At) / 2;
            var to = index == points.Length - 1 ? end : (point.At + points[index + 1].At) / 2;
            var told = actions.Where(action => action.At >= from && (action.At < to || index == points.Length - 1)).ToList();
            var words = told.Take(MostTold).Select(action => InsightPhrases.Line(action, catalog)).Prepend(Invariant($"{Figures.Clock(point.At)}: {InsightPhrases.Percent(point.Chance)}"));
            return new PlotStep(across(from), Math.Max(0.3, across(to) - across(from)), string.Join("; ", told.Count > MostTold ? words.Append(Invariant($"and {told.Count - MostTold} more")) : words));
        })];
    }

    private static bool IsPrize(ActionKind kind) => kind is not (ActionKind.Kill or ActionKind.Assist or ActionKind.Death);
}
