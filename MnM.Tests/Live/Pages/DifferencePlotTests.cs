using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class DifferencePlotTests
{
    [Theory]
    [InlineData(0, 0, 1000, -1000, 500)]
    [InlineData(-1400, 4500, 6000, -2000, 2000)]
    [InlineData(-200, 900, 1000, -1000, 500)]
    [InlineData(-31_000, 200, 10_000, -40_000, 10_000)]
    [InlineData(-1_500_000, 2_400_000, 3_000_000, -2_000_000, 1_000_000)]
    [InlineData(int.MinValue, int.MaxValue, 1_000_000_000, -1_000_000_000, 500_000_000)]
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

    [Theory]
    [InlineData(40_000)]
    [InlineData(1e9)]
    [InlineData(1e11)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void However_long_a_game_claims_to_be_a_few_times_stand_under_the_chart(double time)
    {
        var plot = Of(LiveViews.Rift() with { GameTime = time, ItemValues = [new(0, 0), new(time, 200)] });

        Assert.InRange(plot.Times.Length, double.IsNaN(time) ? 0 : 5, 7);
        Assert.All(plot.Times, label => Assert.InRange(label.At, 0, 100));
        Assert.DoesNotContain("NaN", plot.Curve, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void However_much_an_item_claims_to_cost_the_curve_stays_on_the_chart(int difference)
    {
        var plot = Of(LiveViews.Rift() with { ItemValues = [new(0, 0), new(10, difference)] });

        Assert.InRange(plot.Lines.Length, 2, 7);
        Assert.InRange(plot.End!.Value.Y, 0, 100);
        Assert.Equal(1_000_000_000, Math.Abs(plot.Difference));
    }

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
        Assert.EndsWith("L100 25", plot.Curve, StringComparison.Ordinal);
    }

    private static DifferencePlot Of(LiveView game) => DifferencePlot.Of(game, EventLines.Of(game));
}
