using MnM.Collector.Backplane;

namespace MnM.Tests.Riot.RateLimits;

public sealed class LaneTests
{
    [Fact]
    public async Task A_higher_lane_goes_first()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Ask(1);
        await run.FinishAsync();
        run.Ask(30, lane: Lane.Crawl);
        run.Ask(5, lane: Lane.Live);
        await run.PassAsync(0.5);
        Assert.Equal(5, run.Gone.Count(one => one.Lane == Lane.Live));
        Assert.InRange(run.Gone.Count(one => one.Lane == Lane.Crawl), 1, 29);
    }

    [Theory]
    [InlineData(false, false, 100)]
    [InlineData(true, false, 70)]
    [InlineData(false, true, 80)]
    [InlineData(true, true, 50)]
    public async Task A_part_of_the_window_is_kept_only_for_lanes_that_can_have_work(bool live, bool tracking, int gone)
    {
        await using var run = await LimiterRun.StartAsync();
        (run.Reserves.Live, run.Reserves.Tracking) = (live, tracking);
        run.Ask(300, lane: Lane.Crawl);
        await run.PassAsync(60);
        Assert.Equal(gone, run.Gone.Count);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2.02)]
    [InlineData(4.9)]
    [InlineData(60)]
    [InlineData(121.5)]
    public async Task Ten_people_of_a_game_are_looked_up_at_once_whatever_else_is_asked(double second)
    {
        await using var run = await LimiterRun.StartAsync();
        run.Reserves.Live = true;
        run.Latency = random => random.Next(10, 71);
        run.Ask(500, lane: Lane.Crawl);
        run.Ask(500, lane: Lane.Requested);
        await run.PassAsync(second);
        run.Ask(30, lane: Lane.Live);
        await run.PassAsync(1.5);
        Assert.Equal(30, run.Gone.Count(one => one.Lane == Lane.Live));
        Assert.Equal(0, run.Server.Violations);
    }

    [Theory]
    [InlineData(0, 240)]
    [InlineData(-3600, 400)]
    public async Task No_lane_waits_for_ever_though_the_clock_is_set_back(int set, double longest)
    {
        await using var run = await LimiterRun.StartAsync();
        (run.Reserves.Live, run.Reserves.Tracking) = (true, true);
        run.Ask(1500, lane: Lane.Live);
        foreach (var lane in new[] { Lane.Tracking, Lane.Requested, Lane.Crawl })
        {
            run.Ask(10, lane: lane);
        }

        await run.PassAsync(100);
        run.Clock.SetWall(TimeSpan.FromSeconds(set));
        await run.PassAsync(900);
        foreach (var lane in new[] { Lane.Tracking, Lane.Requested, Lane.Crawl })
        {
            var served = run.Gone.Where(one => one.Lane == lane).Select(one => one.Second).Prepend(0).Append(1000).ToList();
            Assert.InRange(served.Zip(served.Skip(1), (one, next) => next - one).Max(), 60, longest);
        }

        Assert.Equal(0, run.Server.Violations);
    }
}
