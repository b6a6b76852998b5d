using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Scouting;
using MnM.Tests.Riot;

namespace MnM.Tests.Scouting;

public sealed class ScoutPaceTests
{
    [Fact]
    public async Task The_expected_time_is_that_of_the_limit_that_holds_up_the_longest()
    {
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("[]"),
            Headers = { { "X-App-Rate-Limit", "20:1,100:120" } },
        }));
        var pace = new ScoutPace(run.Get<RateLimiter>(), run.Clock);
        Assert.Null(pace.Expect("euw1", 5));
        await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Live, CancellationToken.None));
        run.Clock.Advance(2);
        await run.UntilAsync(() => pace.Expect("euw1", 5) is not null, mostStep: 2);

        // One of a hundred is used, and of twenty none in this second.
        Assert.Equal([0, 2, 120, 360], new[] { 5, 41, 110, 300 }.Select(questions => pace.Expect("euw1", questions)!.Value.TotalSeconds));
        Assert.Null(pace.Expect(null, 5));

        // While a client is connected and somebody is tracked, half of each window is kept for them.
        (run.Get<LaneReserves>().Live, run.Get<LaneReserves>().Tracking) = (true, true);
        pace.Expect("euw1", 5);
        run.Clock.Advance(2);
        await run.UntilAsync(() => pace.Expect("euw1", 60)!.Value.TotalSeconds > 100, mostStep: 2);
        Assert.Equal([0, 120, 240], new[] { 5, 60, 110 }.Select(questions => pace.Expect("euw1", questions)!.Value.TotalSeconds));
    }
}
