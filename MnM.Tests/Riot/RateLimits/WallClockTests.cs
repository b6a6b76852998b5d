using MnM.Collector.Riot.RateLimits;
using MnM.Simulator;

namespace MnM.Tests.Riot.RateLimits;

public sealed class WallClockTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(-40)]
    public void A_clock_that_is_slewed_slowly_is_noticed(int millisecondsEachSecond)
    {
        var time = new SimulatorClock();
        var (clock, told) = (new WallClock(time), TimeSpan.Zero);
        for (var second = 0; second < 120; second++)
        {
            time.Advance(1);
            time.SetWall(TimeSpan.FromMilliseconds(millisecondsEachSecond));
            told += clock.Look();
        }

        Assert.InRange((told - TimeSpan.FromMilliseconds(120 * millisecondsEachSecond)).Duration(), TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void What_was_told_is_not_told_again()
    {
        var time = new SimulatorClock();
        var clock = new WallClock(time);
        time.SetWall(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(10), clock.Look());
        Assert.Equal(TimeSpan.Zero, clock.Look());
    }
}
