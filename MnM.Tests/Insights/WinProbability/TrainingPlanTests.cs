using MnM.Collector.Insights.WinProbability;

namespace MnM.Tests.Insights.WinProbability;

public sealed class TrainingPlanTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(199, null, false)]
    [InlineData(200, null, true)]
    [InlineData(239, 200, false)]
    [InlineData(240, 200, true)]
    [InlineData(1199, 1000, false)]
    [InlineData(1200, 1000, true)]
    [InlineData(20_199, 20_000, false)]
    [InlineData(20_200, 20_000, true)]
    [InlineData(150, 120, false)]
    public void A_model_is_learnt_when_there_is_enough_and_again_when_there_is_much_more(int usable, int? last, bool isDue) =>
        Assert.Equal(isDue, TrainingPlan.IsDue(usable, last is { } count ? new LastTraining(count, Then, null) : null, Then.AddDays(100)));

    [Fact]
    public void What_failed_is_tried_again_after_a_day_or_with_more()
    {
        var failed = new LastTraining(300, Then, "It failed.");
        Assert.False(TrainingPlan.IsDue(310, failed, Then.AddHours(23)));
        Assert.True(TrainingPlan.IsDue(310, failed, Then.AddDays(1)));
        Assert.True(TrainingPlan.IsDue(360, failed, Then.AddMinutes(1)));
    }
}
