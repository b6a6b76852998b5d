using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class ScoreboardTests
{
    [Fact]
    public void Lanes_pair_by_position_whatever_the_order_of_the_slots()
    {
        ImmutableArray<PlayerView> shuffled = [.. new[] { 9, 3, 0, 7, 2, 5, 1, 8, 4, 6 }.Select((from, slot) => LiveViews.Player(from) with { Slot = slot })];

        var board = Scoreboard.Of(LiveViews.Of(shuffled), []);

        Assert.Equal(["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"], board.Lanes.Select(lane => lane.Position));
        Assert.Equal(["Ornn", "Vi", "Ahri", "Jinx", "Thresh"], board.Lanes.Select(lane => lane.Blue!.Player.ChampionName));
        Assert.Equal(["Camille", "Lee Sin", "Syndra", "Kai’Sa", "Nautilus"], board.Lanes.Select(lane => lane.Red!.Player.ChampionName));
        Assert.Equal([-500, 500, 1900, 1800, 800], board.Lanes.Select(lane => lane.Lead));
    }

    [Fact]
    public void Without_positions_players_pair_by_slot()
    {
        var board = Scoreboard.Of(LiveViews.Of([.. Enumerable.Range(0, 10).Select(slot => LiveViews.Player(slot) with { Position = "NONE" })]), []);

        Assert.Equal([(0, 5), (1, 6), (2, 7), (3, 8), (4, 9)], board.Lanes.Select(lane => (lane.Blue!.Player.Slot, lane.Red!.Player.Slot)));
        Assert.All(board.Lanes, lane => Assert.Equal("", lane.Position));
    }

    [Fact]
    public void A_position_told_twice_sends_the_second_to_the_free_lane()
    {
        var players = Enumerable.Range(0, 10).Select(LiveViews.Player).ToImmutableArray();

        var board = Scoreboard.Of(LiveViews.Of(players.SetItem(1, players[1] with { Position = "TOP" })), []);

        Assert.Equal("Vi", board.Lanes[1].Blue!.Player.ChampionName);
    }

    [Fact]
    public void Unequal_sides_leave_a_place_empty()
    {
        var board = Scoreboard.Of(LiveViews.Of([.. Enumerable.Range(0, 7).Select(LiveViews.Player)]), []);

        Assert.Equal(5, board.Lanes.Length);
        Assert.Null(board.Lanes[4].Red);
        Assert.Equal(0, board.Lanes[4].Lead);
    }

    [Fact]
    public void More_than_five_on_a_side_become_cards()
    {
        var board = Scoreboard.Of(LiveViews.Of([.. Enumerable.Range(0, 16).Select(slot => LiveViews.Player(slot) with { Team = slot < 8 ? TeamView.Blue : TeamView.Red })]), []);

        Assert.True(board.IsCards);
        Assert.Equal([("Blue", 8), ("Red", 8)], board.Cards.Select(card => (card.Name, card.Rows.Length)));
    }

    [Fact]
    public void All_value_bars_share_one_scale()
    {
        var rows = RowView.All(LiveViews.Rift(), []);

        // The highest is 13.2k, so the scale ends at 14k.
        Assert.Equal(94.3, rows[3].ValueShare);
        Assert.Equal(45, rows[9].ValueShare);
    }
}
