using MnM.Collector.Insights;
using MnM.Collector.Insights.Stories;

namespace MnM.Tests.Insights.Stories;

/// <summary>What is told together.</summary>
public sealed class ActionGroupsTests
{
    [Fact]
    public void Deaths_within_two_minutes_of_each_other_are_one_group_with_what_fell_to_the_others_soon_after()
    {
        var group = Assert.Single(ActionGroups.Of([Death(1330, 0.6, 0.45), Death(1440, 0.4, 0.24), Great(1481, ActionKind.Baron, isOurs: false)]));
        Assert.Equal((ActionKind.Death, 2, 1330, 1440), (group.Kind, group.Count, group.From, group.To));
        Assert.Equal(-0.31, group.Swing!.Value, 6);
        Assert.Equal(new ActionSequel(ActionKind.Baron, "", 1481, 41), group.Sequel);
    }

    [Fact]
    public void Deaths_farther_apart_are_groups_of_their_own_what_weighed_most_first()
    {
        var groups = ActionGroups.Of([Death(600, 0.5, 0.48), Death(900, 0.5, 0.3)]);
        Assert.Equal([900, 600], groups.Select(group => group.From));
    }

    [Fact]
    public void What_falls_to_the_own_side_or_much_later_did_not_follow_a_death()
    {
        Assert.All(
            ActionGroups.Of([Death(600, 0.5, 0.4), Great(620, ActionKind.Dragon, isOurs: true), Great(700, ActionKind.Baron, isOurs: false)]),
            group => Assert.Null(group.Sequel));
    }

    [Fact]
    public void Of_several_that_followed_the_greatest_is_told()
    {
        var group = Assert.Single(ActionGroups.Of([Death(600, 0.5, 0.4), Great(610, ActionKind.Tower, isOurs: false), Great(640, ActionKind.Baron, isOurs: false)]));
        Assert.Equal(ActionKind.Baron, group.Sequel!.Kind);
    }

    [Fact]
    public void Kills_and_assists_are_counted_together_and_one_moment_once()
    {
        var group = Assert.Single(ActionGroups.Of(
        [
            new InsightAction("EUW1_1", 600, ActionKind.Kill, true, true, "", 0.5, 0.6),
            new InsightAction("EUW1_1", 600, ActionKind.Assist, true, true, "", 0.5, 0.6),
            new InsightAction("EUW1_1", 640, ActionKind.Assist, true, true, "", 0.6, 0.65),
        ]));
        Assert.Equal((ActionKind.Kill, 3), (group.Kind, group.Count));
        Assert.Equal(0.15, group.Swing!.Value, 6);
    }

    [Fact]
    public void Without_a_model_there_are_groups_without_swings()
    {
        var group = Assert.Single(ActionGroups.Of([new InsightAction("EUW1_1", 600, ActionKind.Death, false, true, "", null, null)]));
        Assert.Null(group.Swing);
    }

    private static InsightAction Death(double at, double before, double after) => new("EUW1_1", at, ActionKind.Death, false, true, "", before, after);

    private static InsightAction Great(double at, ActionKind kind, bool isOurs) => new("EUW1_1", at, kind, isOurs, false, "", 0.5, 0.5);
}
