using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using static MnM.Tests.Matches.Timelines.TimelineJson;

namespace MnM.Tests.Matches.Timelines;

public sealed class TimelineStatsTests
{
    [Fact]
    public void Everybody_stands_against_who_has_the_same_position()
    {
        var stats = TimelineStats.Of(Written(), Events(25));
        Assert.Equal([6, 7, 8, 9, 10, 1, 2, 3, 4, 5], stats.Select(one => one.Opponent!.Value));
        Assert.All(stats, one => Assert.Equal([5, 10, 15, 20], one.Minutes.Select(minute => minute.Minute)));
    }

    [Fact]
    public void Figures_and_leads_are_those_of_the_minute_and_kills_count_up_to_it()
    {
        var stats = TimelineStats.Of(Written(), Events(12, Kill(299), Kill(300.05), Kill(301), Kill(700)));
        Assert.Equal(new LaneStats(53, 1500, 150, 6, 2), stats[0].Minutes[0].Own);
        Assert.Equal(new LaneStats(3, 0, 0, 0, 2), stats[0].Minutes[0].Lead);
        Assert.Equal(new LaneStats(-3, 0, 0, 0, -2), stats[5].Minutes[0].Lead);
        Assert.Equal(3, stats[0].Minutes[1].Own!.Value.Kills);
    }

    [Fact]
    public void After_the_match_there_is_nothing()
    {
        var stats = TimelineStats.Of(Written(), Events(12));
        Assert.Equal([true, true, false, false], stats[0].Minutes.Select(minute => minute.Own is not null));
        Assert.Null(stats[0].Minutes[2].Lead);
    }

    [Fact]
    public void Who_shares_a_position_with_another_stands_against_nobody()
    {
        var match = Written(people => people[1]!["teamPosition"] = "TOP");
        var stats = TimelineStats.Of(match, Events(12));
        Assert.Equal([null, null, 8], stats.Take(3).Select(one => one.Opponent));
        Assert.Null(stats[6].Opponent);
        Assert.Null(stats[0].Minutes[0].Lead);
        Assert.NotNull(stats[0].Minutes[0].Own);
    }

    [Fact]
    public void Without_positions_there_is_no_opponent()
    {
        var match = Written(people => people.ToList().ForEach(person => person!["teamPosition"] = ""));
        Assert.All(TimelineStats.Of(match, Events(12)), one => Assert.Null(one.Opponent));
    }

    private static JsonObject Kill(double second) => Event("CHAMPION_KILL", second, ("killerId", 1), ("victimId", 6));

    private static ReadMatch Written(Action<JsonArray>? change = null)
    {
        var json = MatchJson.Written();
        change?.Invoke(json["info"]!["participants"]!.AsArray());
        return MatchReader.Read("EUW1_7001", Encoding.UTF8.GetBytes(json.ToJsonString()), default)!;
    }
}
