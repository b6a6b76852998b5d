using MnM.Benchmarks.Scenarios;
using MnM.Benchmarks.Scenarios.Live;
using MnM.Benchmarks.Viewers;

namespace MnM.Tests.Benchmarks;

public sealed class ArrivalsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_delay_runs_from_the_games_answer_until_the_viewer_has_it()
    {
        var arrivals = Of([Told(0, 10), Told(1, 20), Told(2, 30), Seen(0, 40), Seen(1, 50), Seen(2, 60)]);
        Assert.Equal((2, 0), (arrivals.Polls, arrivals.Missed));
        Assert.Equal([20, 30, 50, 60], arrivals.Delays);
    }

    [Fact]
    public void A_skipped_poll_is_there_with_the_next_one()
    {
        var arrivals = Of([Told(0, 0), Told(1, 0), Told(2, 0), Seen(0, 0), Seen(2, 5)]);
        Assert.Equal(0, arrivals.Missed);
        Assert.Equal([0, 0, 1005, 5], arrivals.Delays);
    }

    [Fact]
    public void What_never_comes_is_missed_and_so_is_what_comes_after_five_seconds()
    {
        Assert.Equal(1, Of([Told(0, 0), Told(1, 0), Told(2, 0), Seen(0, 0), Seen(1, 0)]).Missed);
        Assert.Equal(1, Of([Told(0, 0), Told(1, 0), Seen(0, 0), Seen(1, 5001)]).Missed);
    }

    [Fact]
    public void Polls_from_before_the_last_viewer_came_and_from_just_before_the_end_do_not_count()
    {
        var late = Of([Told(0, 0), Told(1, 0), Told(2, 0), Told(3, 0), Seen(2, 0), Seen(3, 0)]);
        Assert.Equal((1, 0), (late.Polls, late.Missed));
        Assert.Equal(0, Arrivals.Of([Told(0, 0), Told(1, 0), Seen(0, 0)], Start.AddSeconds(6)).Polls);
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(99, 10)]
    [InlineData(100, 10)]
    [InlineData(10, 1)]
    public void A_percentile_is_a_value_that_was_measured(int percent, double expected) =>
        Assert.Equal(expected, Results.Percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent));

    [Fact]
    public void Of_nothing_there_is_no_percentile() => Assert.True(double.IsNaN(Results.Percentile([], 99)));

    private static Arrivals Of(IReadOnlyList<Sighting> seen) => Arrivals.Of(seen, Start.AddMinutes(1));

    /// <summary>A poll a second; a socket is told of it so many milliseconds later.</summary>
    private static Sighting Told(int sequence, double after) =>
        new("socket", sequence, Start.AddSeconds(sequence).AddMilliseconds(after), Start.AddSeconds(sequence));

    private static Sighting Seen(int sequence, double after) => new("circuit", sequence, Start.AddSeconds(sequence).AddMilliseconds(after));
}
