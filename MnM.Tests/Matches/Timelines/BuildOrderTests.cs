using MnM.Collector.Matches.Timelines;
using static MnM.Tests.Matches.Timelines.TimelineJson;

namespace MnM.Tests.Matches.Timelines;

public sealed class BuildOrderTests
{
    [Fact]
    public void Purchases_stand_minute_by_minute_and_equal_ones_together()
    {
        var build = BuildOrder.Of(
            Events(10, Item("ITEM_PURCHASED", 5, 1055), Item("ITEM_PURCHASED", 6, 2003), Item("ITEM_PURCHASED", 7, 2003), Item("ITEM_PURCHASED", 200, 1001), Item("ITEM_PURCHASED", 201, 1036, participant: 6)), 1);
        Assert.Equal([0, 3], build.Select(minute => minute.Minute));
        Assert.Equal([new BuildStep(1055, false, 1), new BuildStep(2003, false, 2)], build[0].Steps.ToList());
        Assert.Equal([new BuildStep(1001, false, 1)], build[1].Steps.ToList());
    }

    [Fact]
    public void What_was_undone_did_not_happen()
    {
        var build = BuildOrder.Of(
            Events(10, Item("ITEM_PURCHASED", 60, 1036), Item("ITEM_PURCHASED", 61, 1042), Undo(62, before: 1042, after: 0), Item("ITEM_SOLD", 63, 1036), Undo(64, before: 0, after: 1036)), 1);
        Assert.Equal([new BuildStep(1036, false, 1)], Assert.Single(build).Steps.ToList());
    }

    [Fact]
    public void Of_two_equal_purchases_an_undo_takes_the_last()
    {
        var build = BuildOrder.Of(Events(10, Item("ITEM_PURCHASED", 60, 1036), Item("ITEM_PURCHASED", 130, 1036), Undo(131, before: 1036, after: 0)), 1);
        Assert.Equal(1, Assert.Single(build).Minute);
    }

    [Fact]
    public void Sales_are_told_and_parts_that_are_used_up_are_not()
    {
        var build = BuildOrder.Of(Events(10, Item("ITEM_PURCHASED", 60, 3134), Item("ITEM_DESTROYED", 60, 1036), Item("ITEM_SOLD", 70, 1055), Undo(80, before: 9999, after: 0)), 1);
        Assert.Equal([new BuildStep(3134, false, 1), new BuildStep(1055, true, 1)], Assert.Single(build).Steps.ToList());
    }
}
