using Bunit;
using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class LivePageTests : PageContext
{
    [Fact]
    public void Before_the_first_probe_the_page_has_its_final_size_and_says_what_it_does()
    {
        var page = Show(LiveState.Starting);

        Assert.Equal("Looking for a game", page.Find("h2").TextContent);
        Assert.Equal(5, page.FindAll(".lane").Count);
        Assert.Equal("true", page.Find("[aria-busy]").GetAttribute("aria-busy"));
    }

    [Fact]
    public void Without_a_game_the_page_says_what_it_waits_for_and_when_the_last_game_ended()
    {
        var page = Show(new LiveState { Connection = LiveConnection.Waiting, LastGame = new(3, LiveViews.At.AddHours(-2.2), true) });

        Assert.Equal("No game is running", page.Find("h2").TextContent);
        Assert.Contains("starts by itself. Your last game ended 2 h ago.", page.Find(".st p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_button_calls_the_switch_once_and_says_so()
    {
        var page = Show(LiveViews.State(LiveConnection.Waiting));

        page.Find("button.primary").Click();

        // A click waits its turn behind what the page is drawing.
        page.WaitForAssertion(() => Assert.Contains("Starting the demo…", page.Markup, StringComparison.Ordinal));
        Assert.Equal(1, Started);
        Assert.Empty(page.FindAll("button.primary"));
    }

    [Fact]
    public void A_fault_while_nothing_runs_is_a_note()
    {
        var page = Show(LiveViews.State(LiveConnection.Waiting) with { Fault = new("Something else answers on the game’s port", LiveViews.At) });

        Assert.Equal("Something else answers on the game’s port.", page.Find(".note.warn").TextContent);
    }

    [Fact]
    public void A_loading_game_is_told_in_words() =>
        Assert.Equal("The game is loading", Show(LiveViews.State(LiveConnection.Loading)).Find("h2").TextContent);

    [Fact]
    public void Brawl_is_neither_shown_nor_recorded_and_the_page_says_why()
    {
        var page = Show(LiveViews.State(LiveConnection.NotShown, LiveViews.Rift() with { GameMode = "BRAWL" }));

        Assert.Equal("This mode is not shown", page.Find("h2").TextContent);
        Assert.Contains("Riot asks that Brawl games are neither shown nor gathered", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindComponents<PlayerRow>());
    }

    [Fact]
    public void A_missing_root_is_an_error_with_what_still_works()
    {
        var page = Show(LiveViews.State(LiveConnection.Waiting) with { Trust = LiveTrust.RootMissing, Fault = new("Riot’s root could not be fetched.", LiveViews.At) });

        var card = page.Find("[role=alert]").TextContent;
        Assert.Contains("Riot’s root could not be fetched.", card, StringComparison.Ordinal);
        Assert.Contains("What is recorded stays", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_game_shows_ten_rows_the_totals_and_the_age_of_the_poll()
    {
        var page = Show(LiveViews.Rift());

        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
        Assert.Equal(["23", "17"], page.FindAll(".kills").Select(kills => kills.TextContent));
        Assert.Equal("24:37", page.Find(".clock time").TextContent);
        Assert.Equal("0.4 s ago", page.Find("mnm-age").TextContent);
        Assert.Equal("50.5k", page.Find(".value b").TextContent);
    }

    [Fact]
    public void A_lost_connection_keeps_the_data_and_marks_its_age()
    {
        var page = Show(LiveViews.State(LiveConnection.Lost, LiveViews.Rift() with { PolledAt = LiveViews.At.AddSeconds(-14) }));

        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
        Assert.Equal("14 s ago", page.Find(".clock.stale mnm-age").TextContent);
        Assert.Contains("Shown is its last state", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Victory")]
    [InlineData(false, "Defeat")]
    [InlineData(null, "Game over")]
    public void An_ended_game_keeps_its_scoreboard_under_the_result(bool? won, string word)
    {
        var page = Show(LiveViews.State(LiveConnection.Ended, LiveViews.Rift()) with { LastGame = new(7, LiveViews.At, won) });

        Assert.Equal(word, page.Find(".result h2").TextContent);
        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
        Assert.Equal("final", page.Find(".clock small").TextContent.Trim());
    }

    [Fact]
    public void Faults_of_recording_and_an_unchecked_certificate_are_notes_above_the_game()
    {
        var game = LiveViews.Rift() with { Recording = new(10, 1, 0, "The disk is full") };
        var page = Show(LiveViews.InGame(game) with { Trust = LiveTrust.AnyOnLoopback });

        Assert.Contains("Recording pauses: The disk is full. What is stored is safe", page.Find(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.Contains("The game’s certificate is not checked", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spectator_sees_no_own_panel_and_the_events_take_its_place()
    {
        var page = Show(LiveViews.Rift() with { ActivePlayer = null, Players = [.. LiveViews.Rift().Players.Select(p => p with { IsActivePlayer = false })] });

        Assert.Empty(page.FindComponents<MinePanel>());
        Assert.Contains("no-mine", page.Find(".bottom").ClassName, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".me, .you"));
    }

    [Fact]
    public void Practice_with_one_player_has_one_lane_and_no_chart()
    {
        var page = Show(LiveViews.Of([LiveViews.Player(0) with { IsActivePlayer = true }]) with { GameMode = "PRACTICETOOL" });

        Assert.Single(page.FindAll(".lane"));
        Assert.Single(page.FindAll(".nobody"));
        Assert.Empty(page.FindComponents<DifferenceChart>());
    }

    [Fact]
    public void Arena_is_a_grid_of_teams_with_sixteen_players()
    {
        var page = Show(Arena());

        Assert.Equal(8, page.FindAll(".cards > section").Count);
        Assert.Equal(16, page.FindComponents<PlayerRow>().Count);
        Assert.Equal("Team 1", page.Find(".cards h2").TextContent);
        Assert.Contains("8 teams, 16 players", page.Find(".match").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_name_is_called_by_the_champion_and_unknown_items_by_Riots_name()
    {
        var page = Show(LiveViews.Rift().Next(0, p => p with { DisplayName = "", Items = [LiveViews.Item(999001, 0, "Wandering Kettle")] }));

        var row = page.FindComponents<PlayerRow>()[0];
        Assert.Equal("Ornn", row.Find(".n").TextContent);
        Assert.Equal("Wandering Kettle", row.Find(".items img").GetAttribute("alt"));
        Assert.Equal("/assets/item/48/999001.webp", row.Find(".items img").GetAttribute("src"));
    }

    [Fact]
    public void Items_keep_their_places_and_the_trinket_is_last()
    {
        var tiles = Show(LiveViews.Rift()).FindComponents<ItemStrip>()[0].FindAll(".it");

        Assert.Equal([true, true, false, true, false, false, true], tiles.Select(tile => tile.ClassList.Contains("pic")));
    }

    [Fact]
    public void The_own_panel_shows_gold_ranks_and_penetration_as_what_is_taken_away()
    {
        var mine = Show(LiveViews.Rift()).Find(".mine");

        Assert.Contains("1,284 gold", mine.TextContent, StringComparison.Ordinal);
        Assert.Equal(5 + 3 + 5 + 2, mine.QuerySelectorAll(".pips .on").Length);
        Assert.Contains("18 + 8 %", mine.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_names_no_gold_but_ones_own()
    {
        var page = Show(LiveViews.Rift());

        Assert.DoesNotContain("gold", page.Find(".match").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("gold", page.Find(".lanes").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Disposal_leaves_the_feed_without_readers()
    {
        var page = Show(LiveViews.Rift());
        page.WaitForAssertion(() => Assert.Equal(1, States.Readers));

        await DisposeComponentsAsync();

        Assert.Equal(0, States.Readers);
    }

    private static LiveView Arena() => LiveViews.Of(
        [.. Enumerable.Range(0, 16).Select(slot => LiveViews.Player(slot) with { Team = $"Team {(slot / 2) + 1}", Position = "" })])
        with
    { GameMode = "CHERRY", MapNumber = 30, MapName = "Map30" };
}
