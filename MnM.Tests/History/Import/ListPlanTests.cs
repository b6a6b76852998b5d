using MnM.Collector.History.Import;

namespace MnM.Tests.History.Import;

/// <summary>How far and in what steps a player's list of matches is read.</summary>
public sealed class ListPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Full_pages_follow_each_other()
    {
        var next = ListPlan.After(new ListCursor(), Page(null, 100, 100))!;
        Assert.Equal((100, 100, null, false), (next.Start, next.Next, next.To, next.AtOldest));
        Assert.Equal(200, ListPlan.After(next, Page(null, 100, 100))!.Start);
    }

    [Fact]
    public void Where_a_list_ends_a_window_before_the_oldest_match_follows()
    {
        var next = ListPlan.After(new ListCursor { Start = 100, Next = 100, HasFound = true }, Page(null, 30, 30))!;
        Assert.Equal((0, 130, true, 0), (next.Start, next.Next, next.AtOldest, next.Empty));
        var window = ListPlan.After(next, Page(Now.AddDays(-200), 100, 100))!;
        Assert.Equal((100, 230, Now.AddDays(-200), false), (window.Start, window.Next, window.To, window.AtOldest));
    }

    [Fact]
    public void Windows_without_anything_new_step_back_twice_as_far_each_time_to_the_first_day_and_no_further()
    {
        var cursor = new ListCursor { Next = 130, AtOldest = true };
        var (to, steps) = (Now.AddDays(-200), new List<int>());
        while (ListPlan.After(cursor, Page(to, 0, 0)) is { } next)
        {
            steps.Add((int)(to - next.To!.Value).TotalDays);
            (cursor, to) = (next, next.To!.Value);
        }

        Assert.Equal([90, 180, 360, 720], steps);
        Assert.True(to > ListPlan.Floor);
    }

    [Fact]
    public void A_full_page_that_repeats_what_is_known_does_not_go_on_for_ever()
    {
        var next = ListPlan.After(new ListCursor { Next = 100, To = Now.AddDays(-30) }, Page(Now.AddDays(-30), 100, 0))!;
        Assert.Equal((0, 1, Now.AddDays(-120)), (next.Start, next.Empty, next.To));
    }

    [Fact]
    public void Enough_ends_it_and_so_does_a_list_without_anything()
    {
        Assert.Null(ListPlan.After(new ListCursor(), Page(null, 100, 100) with { IsEnough = true }));
        Assert.Null(ListPlan.After(new ListCursor { First = 40, Next = 40 }, Page(null, 0, 0)));
    }

    private static ListedPage Page(DateTimeOffset? to, int count, int isNew) => new(to, Now, count, isNew, IsEnough: false);
}
