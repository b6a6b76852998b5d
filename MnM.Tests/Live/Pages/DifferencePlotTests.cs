using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class DifferencePlotTests
{
    [Theory]
    [InlineData(0, 0, 1000, -1000, 500)]
    [InlineData(-1400, 4500, 6000, -2000, 2000)]
    [InlineData(-200, 900, 1000, -1000, 500)]
    [InlineData(-31_000, 200, 20_000, -40_000, 20_000)]
    public void The_scale_ends_on_round_values_and_holds_zero(int least, int most, int high, int low, int step) =>
        Assert.Equal((high, low, step), DifferencePlot.Scale([new(0, least), new(10, most)]));

    [Fact]
    public void Both_leads_are_labelled_without_a_sign()
    {
        var plot = Of(LiveViews.Rift());

        Assert.Equal(["6k", "4k", "2k", "0", "2k"], plot.Lines.Select(line => line.Label));
        Assert.Equal([0d, 25, 50, 75, 100], plot.Lines.Select(line => line.At));
        Assert.Equal(75, plot.Zero);
        Assert.Equal(4500, plot.Difference);
        Assert.Equal((100, 18.75), plot.End);
    }

    [Fact]
    public void Times_stand_under_the_chart_in_whole_minutes() =>
        Assert.Equal(["5:00", "10:00", "15:00", "20:00"], Of(LiveViews.Rift()).Times.Select(time => time.Label));

    [Fact]
    public void Marks_stand_on_the_side_of_who_did_it_and_say_what()
    {
        var marks = Of(LiveViews.Rift()).Marks;

        Assert.Equal("6:06 Red takes the mountain dragon", marks[0].Title);
        Assert.Equal((Side.Red, "mountain"), (marks[0].Side, marks[0].Icon));
        Assert.Equal(Side.Blue, marks[^1].Side);
    }

    [Fact]
    public void Marks_that_would_cover_each_other_are_one()
    {
        var marks = Of(LiveViews.Rift()).Marks;

        // The inner tower at 23:48 and the inhibitor at 24:02 lie 14 seconds apart.
        Assert.Equal("23:48 Blue destroys the bottom inner tower\n24:02 Blue destroys the bottom inhibitor", marks[^1].Title);
        Assert.Equal("inhib", marks[^1].Icon);
    }

    [Fact]
    public void A_game_without_points_has_a_chart_without_a_curve()
    {
        var plot = Of(LiveViews.Rift() with { ItemValues = [], Events = [], GameTime = 3 });

        Assert.Equal("", plot.Curve);
        Assert.Equal("", plot.Area);
        Assert.Null(plot.End);
        Assert.Equal(50, plot.Zero);
    }

    [Fact]
    public void A_long_game_is_drawn_with_few_points_and_its_last_one()
    {
        var plot = Of(LiveViews.Rift() with { GameTime = 5000, ItemValues = [.. Enumerable.Range(0, 501).Select(n => new ItemValuePoint(n * 10, n))] });

        Assert.InRange(plot.Curve.Count(c => c == 'L'), 100, 160);
        Assert.EndsWith("L100 74.95", plot.Curve, StringComparison.Ordinal);
    }

    private static DifferencePlot Of(LiveView game) => DifferencePlot.Of(game, EventLines.Of(game));
}
