using MnM.Collector.Live.Recording;
using MnM.Tests.Live.Pages;
using MnM.Web.Games;
using MnM.Web.Live;

namespace MnM.Tests.Games;

public sealed class ReplayPartsTests
{
    [Theory]
    [InlineData("ArrowLeft", false, 99)]
    [InlineData("ArrowRight", false, 101)]
    [InlineData("ArrowLeft", true, 90)]
    [InlineData("ArrowRight", true, 110)]
    [InlineData("PageUp", false, 160)]
    [InlineData("PageDown", false, 40)]
    [InlineData("Home", false, 0)]
    [InlineData("End", false, 1477)]
    [InlineData("Tab", false, null)]
    public void Keys_lead_to_seconds(string key, bool shift, int? second) => Assert.Equal(second, ReplayKeys.Target(key, shift, 100, 1477));

    [Fact]
    public void A_recording_without_a_marked_gap_has_none()
    {
        var span = RecordedSpan.Of(Moments(2.3, 3.3, 4.4, 5.3, 60), [], 60)!;

        Assert.Empty(span.Gaps);
        Assert.Equal((5, 2.3, 60), (span.Polls, span.First, span.Last));
        Assert.Null(span.Chip.Kind);
    }

    [Fact]
    public void Marked_gaps_have_both_ends_and_a_late_start_is_one()
    {
        var span = RecordedSpan.Of(Moments(840, 842, 849, 851), [Gap(842, 849), Gap(851, 700)], 851)!;

        Assert.Equal(["MnM was not there yet 0:00–14:00", "Not recorded 14:02–14:09"], span.Gaps.Select(gap => gap.Title));
        Assert.Equal("14:07 not recorded", span.Chip.Text);
    }

    [Fact]
    public void A_game_time_that_went_back_leaves_the_span_in_order()
    {
        var span = RecordedSpan.Of(Moments(1, 2, 3, 4, 2, 3, 4, 5), [], 5)!;

        Assert.Empty(span.Gaps);
        Assert.Equal((1, 5), (span.First, span.Last));
    }

    [Theory]
    [InlineData("restart", "MnM was not running 12:31–12:48")]
    [InlineData("no_answer", "The game did not answer 12:31–12:48")]
    [InlineData("not_stored", "The database could not store 12:31–12:48")]
    [InlineData(null, "Not recorded 12:31–12:48")]
    public void A_gap_says_why_it_is_there(string? reason, string title) =>
        Assert.Equal(title, Assert.Single(RecordedSpan.Of(Moments(1, 2), [new() { FromGameTime = 751, ToGameTime = 768.9, Reason = reason }], 800)!.Gaps).Title);

    [Fact]
    public void Damaged_parts_are_gaps_until_the_next_readable_poll_or_the_end()
    {
        var moments = Moments(0, 1, 2, 3, 4, 5);
        var span = RecordedSpan.Of(new([moments.Readable[0], moments.Readable[3]], [new(1, 1, "one"), new(4, 4, "four")]), [], 5)!;

        Assert.Equal([(1.0, 3.0), (4.0, 5.0)], span.Gaps.Select(gap => (gap.From, gap.To)));
        Assert.Equal("Damaged 0:01–0:03", span.Gaps[0].Title);
        Assert.Equal((0, 5), (span.First, span.Last));
    }

    [Fact]
    public void Nothing_recorded_is_no_span() => Assert.Null(RecordedSpan.Of(new([], []), [], 0));

    [Fact]
    public void Marks_stand_on_the_side_of_who_did_it_and_lead_to_where_it_can_be_seen()
    {
        var game = LiveViews.Rift();
        var marks = TrackMark.Of(EventLines.Of(game), 1477);

        Assert.Equal(["e2", "e3"], marks.Where(mark => mark is { Side: Side.Red, Icon: not null }).Select(mark => mark.Key));
        Assert.Equal(367, marks[0].Second);
        Assert.Equal("mountain", marks[0].Icon);
        Assert.All(marks, mark => Assert.InRange(mark.At, 0, 100));

        // The baron a moment after the dragon's kills has no room of its own: it joins the mark before.
        Assert.Contains(marks, mark => mark.Title.Contains('\n', StringComparison.Ordinal));
        Assert.DoesNotContain(marks, mark => mark.Title.Contains("Rabadon", StringComparison.Ordinal));
    }

    [Fact]
    public void Kills_are_counted_from_the_events_of_both_sides()
    {
        var plot = GameCurves.Kills(LiveViews.Rift(), 1477);

        Assert.Equal(["3", "1"], plot.Series.Select(series => series.Label));
        Assert.Equal([100, 100], plot.Series.Select(series => series.EndX));
    }

    [Fact]
    public void Curves_show_everybody_and_let_one_lane_stand_out()
    {
        var game = LiveViews.Rift();
        var curves = new GameCurves([CurvePoint.Of(game with { GameTime = 600 }), CurvePoint.Of(game)], 1477);
        var creeps = curves.Creeps("MIDDLE");

        Assert.Equal(10, creeps.Series.Length);
        Assert.Equal(["≈200", "≈190"], creeps.Series.Where(series => series.Label is not null).Select(series => series.Label).Order().Reverse());
        Assert.Equal("0", creeps.Lines[^1].Label);
        Assert.Equal([4500, 4500], curves.Differences.Select(point => point.Difference));
        Assert.Equal(["50.5k", "46.0k"], curves.ItemValues().Series.Select(series => series.Label));
        Assert.Equal(50, creeps.Across(738.5));
    }

    [Fact]
    public void A_timeline_becomes_points_of_everybody_until_the_last_poll()
    {
        var final = LiveViews.Rift();
        TimelineRow Row(int second, int slot) => new() { GameId = 7, Second = second, Slot = slot, Cs = second, Level = 2, ItemValue = 500 * (slot < 5 ? 2 : 1), Items = "" };
        var points = CurvePoint.Of([Row(20, 9), Row(10, 0), Row(10, 9), Row(20, 0), Row(5000, 0), Row(10, 12)], final).ToList();

        Assert.Equal([10, 20], points.Select(point => point.Time));
        Assert.Equal([0, 9], points[0].Players.Select(player => player.Slot));
        Assert.Equal((1000, 500), (points[1].ValueOf(Side.Blue), points[1].ValueOf(Side.Red)));
    }

    [Fact]
    public void Labels_that_would_cover_each_other_are_moved_apart()
    {
        var levels = new GameCurves([CurvePoint.Of(LiveViews.Rift())], 1477).Levels("TOP");
        var labelled = levels.Series.Where(series => series.Label is not null).ToList();

        Assert.Equal(labelled[0].EndY, labelled[1].EndY);
        Assert.True(Math.Abs(labelled[0].LabelY - labelled[1].LabelY) >= 9);
    }

    private static GameGap Gap(double from, double to) => new() { FromGameTime = from, ToGameTime = to };

    private static RecordedMoments Moments(params double[] times) =>
        new([.. times.Select((time, n) => new RecordedMoment(n, time, LiveViews.At.AddSeconds(n), 0))], []);
}
