using MnM.Collector.Players;
using MnM.Collector.Scouting;

namespace MnM.Tests.Scouting;

public sealed class TeamRankTests
{
    [Fact]
    public void The_average_is_of_those_who_are_known()
    {
        var rank = TeamRankRules.Average([Ranked("EMERALD", "III"), Ranked("PLATINUM", "I"), ScoutViews.Hidden(2), Ranked("PLATINUM", "II"), ScoutViews.Loading(4, "zwölfuhr")]);

        Assert.Equal(new TeamRank("PLATINUM", "I", Known: 3, Loading: 1, Unranked: 0), rank);
    }

    [Fact]
    public void Who_is_unranked_does_not_pull_it_down()
    {
        Assert.Equal(new TeamRank("DIAMOND", "I", 1, 0, 1), TeamRankRules.Average([Ranked("DIAMOND", "I"), ScoutViews.Card(1, "Unranked", "", null)]));
    }

    [Fact]
    public void A_tier_that_MnM_does_not_know_is_no_lack_of_a_rank()
    {
        Assert.Equal(new TeamRank("DIAMOND", "I", 1, 0, 0), TeamRankRules.Average([Ranked("DIAMOND", "I"), Ranked("TITAN", "II")]));
    }

    [Fact]
    public void Above_diamond_there_are_no_divisions()
    {
        Assert.Equal(new TeamRank("GRANDMASTER", null, 2, 0, 0), TeamRankRules.Average([Ranked("MASTER", ""), Ranked("CHALLENGER", "")]));
    }

    [Fact]
    public void Of_nobody_there_is_none()
    {
        Assert.Equal(new TeamRank(null, null, 0, 0, 0), TeamRankRules.Average([ScoutViews.Hidden(0)]));
    }

    private static ScoutCard Ranked(string tier, string division) => ScoutViews.Card(0, "Somebody", "", new PlayerRank(tier, division, 50, 10, 10));
}
