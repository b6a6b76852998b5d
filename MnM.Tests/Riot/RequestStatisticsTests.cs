using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Simulator;

namespace MnM.Tests.Riot;

public sealed class RequestStatisticsTests
{
    [Fact]
    public void Requests_are_counted_by_lane_for_a_minute_and_by_minute_for_an_hour()
    {
        var clock = new SimulatorClock();
        var statistics = new RequestStatistics(clock);
        for (var request = 0; request < 3; request++)
        {
            statistics.Ended(Lane.Crawl, statistics.Sent("euw1", Lane.Crawl), true, false);
        }

        clock.Advance(45);
        var open = statistics.Sent("europe", Lane.Live);
        Assert.Equal((3, 1), (statistics.LastMinute("euw1"), statistics.LastMinute("europe")));
        Assert.Equal([new LaneTraffic(Lane.Live, 1, 1), new(Lane.Tracking, 0, 0), new(Lane.Requested, 0, 0), new(Lane.Crawl, 0, 3)], statistics.Traffic().Lanes.ToArray());

        clock.Advance(20);
        statistics.Ended(Lane.Live, open, true, false);
        Assert.Equal((0, 1), (statistics.LastMinute("euw1"), statistics.LastMinute("europe")));
        Assert.Equal(4, statistics.Traffic().Minutes.Sum(minute => minute.Sum));
        clock.Advance(3600);
        Assert.Equal(0, statistics.Traffic().Minutes.Sum(minute => minute.Sum));
        Assert.Equal((4, 60), (statistics.Traffic().Sent, statistics.Traffic().Minutes.Length));
    }

    [Fact]
    public void Answer_times_tell_the_middle_and_the_slow_end()
    {
        var clock = new SimulatorClock();
        var statistics = new RequestStatistics(clock);
        Assert.Null(statistics.Traffic().Median);
        for (var milliseconds = 1; milliseconds <= 100; milliseconds++)
        {
            var sentAt = statistics.Sent("euw1", Lane.Live);
            clock.Advance(milliseconds / 1000d);
            statistics.Ended(Lane.Live, sentAt, true, false);
        }

        var lost = statistics.Sent("euw1", Lane.Live);
        clock.Advance(9);
        statistics.Ended(Lane.Live, lost, false, false);
        var traffic = statistics.Traffic();
        Assert.Equal((51, 96), (Math.Round(traffic.Median!.Value.TotalMilliseconds), Math.Round(traffic.Slow!.Value.TotalMilliseconds)));
    }

    [Fact]
    public async Task A_limit_that_was_reached_is_counted()
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound]);
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => StubRiot.Answer(answers.Dequeue(), "{}", ("Retry-After", "1"))));
        await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Tracking, CancellationToken.None));
        var traffic = (await run.Get<RiotUsageQueries>().ReadAsync(CancellationToken.None)).Traffic;
        Assert.Equal((2, 1), (traffic.Sent, traffic.Refused));
        Assert.Equal(new LaneTraffic(Lane.Tracking, 0, 2), traffic.Lanes[(int)Lane.Tracking]);
    }
}
