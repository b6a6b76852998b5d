using MnM.Collector.Insights;
using MnM.Tests.Live.Pages;
using MnM.Web.Insights;
using MnM.Web.Live;

namespace MnM.Tests.Insights.Pages;

/// <summary>The chart of the own side's chance.</summary>
public sealed class ChancePlotTests
{
    [Fact]
    public void Without_chances_or_of_several_games_there_is_no_chart()
    {
        Assert.Null(Plot(Reports.Silent));
        Assert.Null(Plot(Reports.OfPlayer with { Chances = Reports.OfMatch.Chances }));
    }

    [Fact]
    public void The_own_side_is_up_and_the_line_of_50_percent_is_the_strong_one()
    {
        var plot = Plot(Reports.OfMatch with { Chances = [new(0, 0.5), new(951, 0.75), new(1902, 0.04)] })!;
        Assert.Equal("M0 50L50 25L100 96", plot.Curve);
        Assert.Equal("M0 50L50 25L100 96V50H0Z", plot.Area);
        Assert.Equal((100.0, 96.0, "4 %"), plot.End);
        Assert.Equal("50 %", Assert.Single(plot.Lines, line => line.IsZero).Label);
        Assert.Equal(["100 %", "75 %", "50 %", "25 %", "0 %"], plot.Lines.Select(line => line.Label));
    }

    [Theory]
    [InlineData(true, Side.Blue, Side.Red)]
    [InlineData(false, Side.Red, Side.Blue)]
    public void Events_stand_on_the_side_of_who_did_it(bool isBlue, Side own, Side other)
    {
        var plot = Plot(Reports.OfMatch with { Matches = [Reports.OfMatch.Matches[0] with { IsBlue = isBlue }] })!;
        Assert.Equal((own, other), (plot.Own, plot.Other));
        Assert.Equal(own, Mark(plot, "Infernal dragon taken").Side);
        Assert.Equal(other, Mark(plot, "Baron lost").Side);
        Assert.Equal(other, Mark(plot, "Death").Side);
        Assert.DoesNotContain(plot.Marks, mark => mark.Title.Contains("bought", StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_that_would_cover_each_other_are_one_with_the_drawing_of_what_weighs_more()
    {
        var plot = Plot(Reports.OfMatch with
        {
            Actions =
            [
                Reports.Action(1000, ActionKind.Kill, 0.5, 0.6), Reports.Action(1010, ActionKind.Baron, 0.6, 0.61),
                Reports.Action(1015, ActionKind.Death, 0.6, 0.5, isOurs: false),
            ],
        })!;
        Assert.Equal(["baron", "skull"], plot.Marks.Select(mark => mark.Icon));
        Assert.Equal("16:40 Kill, +10 %; 16:50 Baron taken, +1 %", plot.Marks[0].Title);
    }

    [Fact]
    public void Each_minute_says_its_chance_and_what_happened_around_it()
    {
        var plot = Plot(Reports.OfMatch with { Chances = [new(60, 0.5), new(1320, 0.42), new(1902, 0.04)] })!;
        Assert.Equal(3, plot.Steps.Length);
        Assert.StartsWith("1:00: 50 %; 5:12 Kill, +4 %", plot.Steps[0].Words, StringComparison.Ordinal);
        Assert.Equal("22:00: 42 %; 15:00 Black Cleaver bought, +1 %; 22:10 Death, −14 %; 22:20 Void grub lost, −1 %; 22:20 Void grub lost, −1 %; and 1 more", plot.Steps[1].Words);
        Assert.Equal("31:42: 4 %", plot.Steps[2].Words);
        Assert.Equal(100, plot.Steps[^1].X + plot.Steps[^1].Width, 1);
    }

    [Fact]
    public void Whatever_the_figures_are_all_of_it_lies_in_the_field()
    {
        var plot = Plot(Reports.OfMatch with
        {
            Chances = [new(double.NaN, 2), new(-60, -1), new(1e12, double.NaN), new(600, double.PositiveInfinity)],
            Actions = [Reports.Action(-5, ActionKind.Baron, null, null), Reports.Action(double.NaN, ActionKind.Tower, 0.1, 0.2), Reports.Action(1e15, ActionKind.Dragon, 0.1, double.NaN)],
        })!;
        Assert.All(plot.Marks, mark => Assert.InRange(mark.At, 0, 100));
        Assert.All(plot.Steps, step => Assert.InRange(step.X + step.Width, 0, 101));
        Assert.DoesNotContain("NaN", plot.Curve, StringComparison.Ordinal);
        Assert.InRange(plot.End.Y, 0, 100);
    }

    private static ChancePlot? Plot(InsightReport report) => ChancePlot.Of(report, StaticCatalogs.Known);

    private static PlotMark Mark(ChancePlot plot, string words) => Assert.Single(plot.Marks, mark => mark.Title.Contains(words, StringComparison.Ordinal));
}
