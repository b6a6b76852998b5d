using Bunit;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class LiveRowTests : PageContext
{
    [Fact]
    public void A_kill_makes_the_killers_row_glow_and_no_other()
    {
        var game = LiveViews.Rift();
        var page = Show(game);
        Assert.Empty(page.FindAll(".flash"));

        States.Publish(LiveViews.InGame(game.Next(3, p => p with { Kills = p.Kills + 1 })));

        page.WaitForAssertion(() => Assert.Equal("PaperCrane", page.Find(".flash .n").TextContent));
        Assert.Single(page.FindAll(".flash"));
        Assert.Equal("9", page.Find(".hit").TextContent);
    }

    [Fact]
    public void The_next_kill_starts_the_glow_again()
    {
        var first = LiveViews.Rift().Next(3, p => p with { Kills = p.Kills + 1 });
        var page = Show(LiveViews.Rift());
        States.Publish(LiveViews.InGame(first));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".flash:not(.again)")));

        States.Publish(LiveViews.InGame(first.Next(3, p => p with { Kills = p.Kills + 1 })));

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".flash.again")));
    }

    [Fact]
    public void Only_the_row_that_changed_is_rendered()
    {
        var game = LiveViews.Rift();
        var page = Show(game);
        var rows = page.FindComponents<PlayerRow>();
        page.WaitForAssertion(() => Assert.Equal(1, States.Readers));
        var before = rows.Select(row => row.RenderCount).ToList();

        // Ten milliseconds on: creeps a minute stay the same to one decimal.
        States.Publish(LiveViews.InGame(game.Next(3, p => p with { Level = p.Level + 1 }, seconds: 0.01)));
        page.WaitForAssertion(() => Assert.Equal("15", rows[6].Find(".tile b").TextContent));

        // Rows stand in lanes: the fourth blue player is the seventh row.
        Assert.Equal([6], Enumerable.Range(0, 10).Where(n => rows[n].RenderCount > before[n]));
    }

    [Fact]
    public void A_dead_player_shows_a_ring_and_seconds_instead_of_being_dimmed_alone()
    {
        var page = Show(LiveViews.Rift().Next(6, p => p with { IsDead = true, RespawnTimer = 17.2 }));

        var tile = page.Find(".isdead .tile.dead");
        Assert.Equal("18", tile.QuerySelector("em")!.TextContent);
        Assert.Equal("Lee Sin, dead for 18 s", tile.GetAttribute("title"));
    }

    [Fact]
    public void The_first_poll_seen_marks_nothing()
    {
        var marks = new RowChanges().Advance(LiveViews.Rift());

        Assert.All(marks, mark => Assert.Equal(RowMarks.None, mark));
    }

    [Fact]
    public void A_bought_item_is_marked_for_four_seconds_and_a_moved_one_is_not()
    {
        var changes = new RowChanges();
        var game = LiveViews.Rift();
        changes.Advance(game);

        game = game.Next(2, p => p with { Items = [LiveViews.Item(3071, 2), LiveViews.Item(3047, 1), LiveViews.Item(6333, 3), LiveViews.Item(3089, 4), LiveViews.Item(3340, 6)] });
        var marks = changes.Advance(game)[2];
        Assert.True(marks.IsNew(4));
        Assert.False(marks.IsNew(2));

        Assert.True(changes.Advance(game = game.Next(3))[2].IsNew(4));
        Assert.False(changes.Advance(game.Next(1))[2].IsNew(4));
    }

    [Fact]
    public void Two_kills_within_a_second_glow_once()
    {
        var changes = new RowChanges();
        var game = LiveViews.Rift();
        changes.Advance(game);
        changes.Advance(game = game.Next(3, p => p with { Kills = p.Kills + 1 }, seconds: 0.4));

        Assert.Equal(1, changes.Advance(game.Next(3, p => p with { Kills = p.Kills + 1 }, seconds: 0.4))[3].Flashes);
    }

    [Fact]
    public void A_jump_back_in_time_marks_nothing()
    {
        var changes = new RowChanges();
        var game = LiveViews.Rift();
        changes.Advance(game);

        var marks = changes.Advance(game.Next(3, p => p with { Kills = p.Kills + 5 }) with { GameTime = 900 });

        Assert.Equal(0, marks[3].Flashes);
    }

    [Fact]
    public void The_kill_figure_is_marked_for_two_seconds()
    {
        var changes = new RowChanges();
        var game = LiveViews.Rift();
        changes.Advance(game);
        Assert.True(changes.Advance(game = game.Next(3, p => p with { Kills = 9 }))[3].KillMoved);
        Assert.True(changes.Advance(game = game.Next())[3].KillMoved);
        Assert.False(changes.Advance(game.Next())[3].KillMoved);
    }

    [Fact]
    public void The_ring_runs_down_from_the_longest_wait_seen()
    {
        var changes = new RowChanges();
        var game = LiveViews.Rift().Next(6, p => p with { IsDead = true, RespawnTimer = 30 });
        changes.Advance(game);
        game = game.Next(6, p => p with { RespawnTimer = 15 }, seconds: 15);

        var row = RowView.All(game, changes.Advance(game))[6];

        Assert.Equal(0.5, row.DeadShare, 3);
    }
}
