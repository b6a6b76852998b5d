using MnM.Collector.Insights.Features;

namespace MnM.Tests.Insights.Features;

public sealed class PackedStatesTests
{
    [Fact]
    public void States_come_back_as_they_went_with_whole_gold_and_experience()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var states = TestCourse.Of(seed).Course.Minutes;
            var back = PackedStates.TryUnpack(PackedStates.Pack(states));
            Assert.Equal(states.Select(state => state with { At = Math.Round(state.At * 1000) / 1000, Gold = Math.Round(state.Gold) + 0.0, Experience = Math.Round(state.Experience) + 0.0 }), back!.Value);
        }
    }

    [Fact]
    public void A_minute_takes_about_twenty_bytes()
    {
        var states = TestCourse.Of(7).Course.Minutes;
        Assert.InRange(PackedStates.Pack(states).Length / (double)states.Length, 15, 25);
    }

    [Fact]
    public void Damaged_bytes_are_none()
    {
        var packed = PackedStates.Pack(TestCourse.Of(7).Course.Minutes);
        Assert.Null(PackedStates.TryUnpack(packed[..^1]));
        Assert.Null(PackedStates.TryUnpack([]));
        Assert.Null(PackedStates.TryUnpack([.. Enumerable.Repeat((byte)0xFF, 40)]));
    }
}
