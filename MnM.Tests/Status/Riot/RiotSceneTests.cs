using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;
using MnM.Web.Status.Riot;

namespace MnM.Tests.Status.Riot;

public sealed class RiotSceneTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_scene_has_every_figure_of_the_windows()
    {
        var rows = Scene().Budget;

        Assert.Equal(new BudgetRow("euw1", "app", 120, 100, 80, 7, 30, 42, Now.AddSeconds(9)), rows[0]);
        Assert.Equal(new BudgetRow("euw1", "league-v4.entries", 0, 0, 0, 0, 0, null, null), rows[1]);
        Assert.Equal((true, false), (rows[0].IsFull, rows[1].IsFull));
    }

    [Fact]
    public void A_lane_is_told_over_all_routes()
    {
        var lanes = Scene().Lanes;

        Assert.Equal(new LaneRow(Lane.Live, 5, 2, 11, Now.AddSeconds(-8), TimeSpan.FromSeconds(120)), lanes[0]);
        Assert.Equal(new LaneRow(Lane.Crawl, 0, 0, 1, null, null), lanes[1]);
        Assert.Equal((12, 50), (Scene().LastMinute, Scene().MinuteLimit));
    }

    private static RiotScene Scene()
    {
        var usage = new RiotUsage(
            [],
            [
                new RouteUsage(
                    new RouteBudget(
                        "euw1",
                        [
                            new ScopeBudget("euw1", [new WindowBudget(new RateLimit(100, 120), 80, 7, 30, Now.AddSeconds(41.2))], Now.AddSeconds(9)),
                            new ScopeBudget("euw1 league-v4.entries", [], null),
                        ],
                        [new LaneWait(Lane.Live, 3, Now.AddSeconds(-4), TimeSpan.FromSeconds(120)), new LaneWait(Lane.Crawl, 0, null, null)]),
                    12),
                new RouteUsage(new RouteBudget("europe", [], [new LaneWait(Lane.Live, 2, Now.AddSeconds(-8), TimeSpan.FromSeconds(1))]), 0),
            ],
            [],
            new RequestTraffic(Now.AddHours(-1), 400, 0, null, null, [new LaneTraffic(Lane.Live, 2, 11), new LaneTraffic(Lane.Crawl, 0, 1)], []));
        return RiotScene.Of(usage, [], [], Now);
    }
}
