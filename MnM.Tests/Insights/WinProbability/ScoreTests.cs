using MnM.Collector.Insights.WinProbability;

namespace MnM.Tests.Insights.WinProbability;

public sealed class ScoreTests
{
    [Fact]
    public void Who_always_says_what_comes_has_no_error()
    {
        var test = Score.Of([.. Enumerable.Range(0, 100).Select(number => new ToldMatch(number % 2 == 0, [.. Enumerable.Repeat(number % 2 == 0 ? 1.0 : 0, 10)]))]);
        Assert.Equal((0, 0.25, 100, 0, 100, 100), (test.Brier, test.BaseRateBrier, test.ImprovementPercent, test.CalibrationError, test.Low, test.High));
        Assert.Equal([(0, 0, 500, 50), (1, 1, 500, 50)], test.Bins.Select(bin => (bin.Said, bin.Came, bin.Moments, bin.Matches)));
    }

    [Fact]
    public void Who_always_says_the_same_is_no_better_than_the_base_rate()
    {
        var test = Score.Of([.. Enumerable.Range(0, 100).Select(number => new ToldMatch(number < 60, [0.6, 0.6]))]);
        Assert.Equal((0.24, 0.24, 0), (Math.Round(test.Brier, 9), Math.Round(test.BaseRateBrier, 9), Math.Round(test.ImprovementPercent, 9)));
        Assert.Equal(0, test.CalibrationError, 9);
    }

    [Fact]
    public void Who_is_too_sure_is_worse_and_the_calibration_says_by_how_much()
    {
        var test = Score.Of([.. Enumerable.Range(0, 100).Select(number => new ToldMatch(number < 50, [0.95]))]);
        Assert.Equal(0.45, test.CalibrationError, 9);
        Assert.True(test.ImprovementPercent < -50);
        Assert.True(test.High < 0);
    }

    [Fact]
    public void Minutes_of_one_match_do_not_narrow_the_interval()
    {
        var random = new Random(3);
        var matches = Enumerable.Range(0, 60).Select(_ => (Won: random.NextDouble() < 0.5, Said: random.NextDouble())).ToList();
        var (few, many) = (
            Score.Of([.. matches.Select(match => new ToldMatch(match.Won, [match.Said]))]), Score.Of([.. matches.Select(match => new ToldMatch(match.Won, [.. Enumerable.Repeat(match.Said, 50)]))]));
        Assert.Equal((few.Brier, few.Low, few.High), (many.Brier, many.Low, many.High), (one, other) => Near(one.Brier, other.Brier) && Near(one.Low, other.Low) && Near(one.High, other.High));
        Assert.InRange(few.High - few.Low, 20, 200);

        static bool Near(double one, double other) => Math.Abs(one - other) < 1e-6;
    }
}
