using MnM.Collector.Insights.Stories;

namespace MnM.Tests.Insights.Stories;

/// <summary>Means with intervals.</summary>
public sealed class SampleMeanTests
{
    [Fact]
    public void A_mean_has_its_interval_and_the_deviation_can_be_read_back()
    {
        var sample = SampleMean.Of([2, 4, 4, 4, 5, 5, 7, 9])!;
        Assert.Equal((5, 8), (sample.Mean, sample.Games));

        // 2.138 / √8 · 2.3646
        Assert.Equal(1.787, sample.Margin, 0.001);
        Assert.Equal(2.138, SampleMean.Deviation(sample), 0.001);
    }

    [Fact]
    public void Under_two_games_there_is_no_interval_and_so_no_sample()
    {
        Assert.Null(SampleMean.Of([]));
        Assert.Null(SampleMean.Of([5]));
    }

    [Fact]
    public void The_interval_holds_the_true_mean_in_about_95_of_100_cases()
    {
        var random = new Random(8);
        var holds = Enumerable.Range(0, 4000).Count(_ =>
            SampleMean.Of([.. Enumerable.Range(0, 6).Select(_ => Normal(random))]) is { } sample && sample.Low <= 0 && sample.High >= 0);
        Assert.InRange(holds / 4000.0, 0.94, 0.96);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
