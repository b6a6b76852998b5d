using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class ReadinessTests
{
    private readonly ManualClock _clock = new();
    private readonly Readiness _readiness;

    public ReadinessTests() => _readiness = new(_clock);

    [Fact]
    public void It_is_ready_when_everything_required_is_marked()
    {
        _readiness.Require("database");
        _readiness.Require("static_data");
        _readiness.Mark("database");
        Assert.False(_readiness.IsReady);

        _readiness.Mark("static_data");

        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public void What_is_only_expected_is_given_up_after_30_seconds_and_may_still_come()
    {
        _readiness.Expect("static_data");
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(_readiness.IsReady);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_readiness.IsReady);
        Assert.Equal(ConditionState.GivenUp, Assert.Single(_readiness.Conditions).State);

        _readiness.Mark("static_data");
        Assert.Equal(ConditionState.Ready, Assert.Single(_readiness.Conditions).State);
    }

    [Fact]
    public void What_is_required_is_never_given_up()
    {
        _readiness.Require("database");
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.False(_readiness.IsReady);
    }

    [Fact]
    public void A_mark_counts_also_before_anybody_asked_for_it()
    {
        _readiness.Mark("database");
        _readiness.Require("database");

        Assert.True(_readiness.IsReady);
    }
}
