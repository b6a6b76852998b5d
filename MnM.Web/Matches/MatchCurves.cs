using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Web.Live;

namespace MnM.Web.Matches;

/// <summary>What a timeline tells of everybody, minute by minute.</summary>
public enum MatchFigure
{
    /// <summary>All gold that was earned.</summary>
    Gold,

    /// <summary>Experience.</summary>
    Experience,

    /// <summary>Minions and monsters.</summary>
    Cs,

    /// <summary>Levels.</summary>
    Level,
}

/// <summary>The curves of a match.</summary>
internal static class MatchCurves
{
    /// <summary>What a figure is called.</summary>
    public static string Word(MatchFigure figure) => figure switch
    {
        MatchFigure.Gold => "Gold",
        MatchFigure.Experience => "XP",
        MatchFigure.Cs => "CS",
        _ => "Level",
    };

    /// <summary>What the blue side has more, over time; nothing where there are no two sides.</summary>
    public static ImmutableArray<ItemValuePoint> Leads(Timeline timeline, ImmutableArray<MatchParticipant> people, MatchFigure figure)
    {
        var (blue, red) = (SideOf(people, 100), SideOf(people, 200));
        return blue.IsEmpty || red.IsEmpty || people.Any(one => one.Placement > 0)
            ? []
            : [.. timeline.Frames.Select(frame => new ItemValuePoint(frame.At, (int)Math.Clamp(Sum(frame, blue, figure) - Sum(frame, red, figure), int.MinValue, int.MaxValue)))];
    }

    /// <summary>The same as a chart with the moments at which something was taken.</summary>
    public static DifferencePlot Difference(MatchScene scene, MatchFigure figure) =>
        DifferencePlot.Of(scene.Live.Game with { ItemValues = Leads(scene.Timeline!, scene.People, figure) }, scene.Live.Lines);

    /// <summary>What lies under the mouse in that chart: a strip for each frame, with what both sides had.</summary>
    public static ImmutableArray<PlotStep> Steps(MatchScene scene, MatchFigure figure)
    {
        var (frames, end) = (scene.Timeline!.Frames, Math.Max(60, Math.Max(scene.Timeline.End, scene.Live.Game.GameTime)));
        var (blue, red) = (SideOf(scene.People, 100), SideOf(scene.People, 200));
        return
        [
            .. frames.Select((frame, index) =>
            {
                var from = index == 0 ? frame.At : (frames[index - 1].At + frame.At) / 2;
                var to = index == frames.Length - 1 ? frame.At : (frames[index + 1].At + frame.At) / 2;
                var (ours, theirs) = (Sum(frame, blue, figure), Sum(frame, red, figure));
                return new PlotStep(from * 100 / end, Math.Max(0.4, (to - from) * 100 / end),
                    $"{Figures.Clock(frame.At)} {Word(figure)}: blue {Figures.Whole(ours)}, red {Figures.Whole(theirs)}, {Lead(ours - theirs)}");
            }),
        ];
    }

    /// <summary>A figure of everybody over time; the chosen one and the opponent stand out.</summary>
    public static LinePlot Everybody(MatchScene scene, MatchParticipant chosen, MatchFigure figure)
    {
        var opponent = TimelineStats.OpponentOf(chosen, scene.Opened.Read);
        return LinePlot.Of(
            [
                .. scene.People.Select(one => new CurveSeries(
                        $"{one.Number}", scene.SideOf(one), one == chosen || one == opponent,
                        [.. scene.Timeline!.Frames.Where(frame => frame.People.ContainsKey(one.Number)).Select(frame => (frame.At, (double)Of(frame.People[one.Number], figure)))],
                        value => figure is MatchFigure.Gold or MatchFigure.Experience ? Figures.Kilo((int)value) : Figures.Whole(value),
                        scene.PlayerOf(one).ChampionName))
                    .OrderBy(series => series.IsMain),
            ],
            scene.Timeline!.End,
            figure switch { MatchFigure.Level => 6, MatchFigure.Cs => 50, _ => 1000 },
            value => figure is MatchFigure.Gold or MatchFigure.Experience ? value == 0 ? "0" : $"{Figures.Css(value / 1000)}k" : Figures.Whole(value));
    }

    private static string Lead(long lead) => lead == 0 ? "even" : $"{(lead > 0 ? "blue" : "red")} +{Figures.Whole(Math.Abs(lead))}";

    private static ImmutableArray<int> SideOf(ImmutableArray<MatchParticipant> people, int team) => [.. people.Where(one => one.TeamId == team).Select(one => one.Number)];

    private static long Sum(TimelineFrame frame, ImmutableArray<int> numbers, MatchFigure figure) =>
        numbers.Sum(number => frame.People.TryGetValue(number, out var figures) ? (long)Of(figures, figure) : 0);

    private static int Of(MinuteFigures figures, MatchFigure figure) => figure switch
    {
        MatchFigure.Gold => figures.Gold,
        MatchFigure.Experience => figures.Experience,
        MatchFigure.Cs => figures.Cs,
        _ => figures.Level,
    };
}
