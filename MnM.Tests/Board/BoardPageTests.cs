using Bunit;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Tests.Live.Pages;
using MnM.Web.Board;
using MnM.Web.Live;
using MnM.Web.Live.Client;
using MnM.Web.Shell;

namespace MnM.Tests.Board;

public sealed class BoardPageTests : PageContext
{
    [Fact]
    public void Before_the_first_look_the_board_says_what_it_does() =>
        Assert.Equal("Looking for a game", Show<BoardPage>(LiveState.Starting).Find("h2").TextContent);

    [Fact]
    public void The_board_has_one_heading_above_all_whatever_it_shows() => Assert.All(
        (LiveState[])
        [
            LiveState.Starting,
            ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() }, "Matchmaking"),
            ClientViews.State(ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() }, "ChampSelect"),
            LiveViews.InGame(LiveViews.Rift()),
        ],
        state => Assert.Equal("Board", Assert.Single(Show<BoardPage>(state).FindAll("h1")).TextContent));

    [Fact]
    public void A_closed_client_is_waited_for_and_the_age_of_the_last_game_runs_on_in_the_browser()
    {
        var board = Show<BoardPage>(new LiveState { Connection = LiveConnection.Waiting, LastGame = new(3, LiveViews.At.AddHours(-2.2), true) });

        Assert.Equal("No game is running", board.Find("h2").TextContent);
        Assert.Equal(("2 h ago", "calm"), (board.Find("p mnm-age").TextContent, board.Find("p mnm-age").ClassName));
        Assert.Contains("No League client", board.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_client_is_named_as_connected() =>
        Assert.Contains("League client connected", Show<BoardPage>(ClientViews.State(ClientViews.Open(), "None")).Find(".state .ok").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Missing_permission_is_told_as_such()
    {
        var client = ClientView.None with { Connection = ClientConnection.NoPermission, Fault = new("MnM may not read the lockfile.", LiveViews.At) };
        var board = Show<BoardPage>(new LiveState { Connection = LiveConnection.Waiting, Client = client });

        Assert.Equal("The League client cannot be read", board.Find("h2").TextContent);
        Assert.NotNull(board.Find(".state .warn"));
    }

    [Fact]
    public void Lobby_and_champ_select_are_those_of_the_live_page()
    {
        Assert.Equal("Searching for a match", Show<BoardPage>(ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() }, "Matchmaking")).Find(".lobby h2").TextContent);

        var board = Show<BoardPage>(ClientViews.State(ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() }, "ChampSelect"));
        Assert.Equal("Your turn to pick", board.Find(".draft h2").TextContent);
        Assert.Equal(10, board.FindComponents<SeatRow>().Count);
    }

    [Theory]
    [InlineData(LiveConnection.Loading, "The game is loading")]
    [InlineData(LiveConnection.NotShown, "This mode is not shown")]
    public void A_game_that_cannot_be_drawn_is_told_in_words(LiveConnection connection, string words) =>
        Assert.Equal(words, Show<BoardPage>(ClientViews.State(ClientViews.Open(), "InProgress", connection)).Find("h2").TextContent);

    [Fact]
    public void A_missing_root_is_told_with_its_reason()
    {
        var board = Show<BoardPage>(new LiveState { Connection = LiveConnection.Waiting, Trust = LiveTrust.RootMissing, Fault = new("Riot’s root could not be fetched.", LiveViews.At) });
        Assert.Contains("Riot’s root could not be fetched.", board.Find(".message").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_game_shows_ten_rows_totals_lead_and_age()
    {
        var board = Show<BoardPage>(ClientViews.State(ClientViews.Open() with { Game = new(7001, 420, false) }, "InProgress", LiveConnection.InGame, LiveViews.Rift()));

        Assert.Equal(10, board.FindComponents<BoardRow>().Count);
        Assert.Equal(["23", "17"], board.FindAll(".kills").Select(kills => kills.TextContent));
        Assert.Equal(("24:37", "Ranked Solo"), (board.Find(".clock time").TextContent, board.Find(".clock small").TextContent));
        Assert.Equal("Blue +4.5k item value", board.Find(".state div").TextContent.Trim());
        Assert.Equal("Live, 0.4 s ago", board.Find(".state .ok").TextContent.Trim());
        Assert.Equal("Jinx kills Lee Sin", board.Find("ol li span:last-child").TextContent);
    }

    [Fact]
    public void The_board_tells_no_gold_no_chance_and_no_timers_of_a_running_game()
    {
        var text = Show<BoardPage>(LiveViews.InGame(LiveViews.Rift())).Find(".game").TextContent;

        Assert.DoesNotContain("gold", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cooldown", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_lost_game_keeps_its_data_and_tells_its_age()
    {
        var board = Show<BoardPage>(LiveViews.State(LiveConnection.Lost, LiveViews.Rift() with { PolledAt = LiveViews.At.AddSeconds(-14) }));

        Assert.Equal(10, board.FindComponents<BoardRow>().Count);
        Assert.Equal("The game does not answer, 14 s ago", board.Find(".state .warn").TextContent.Trim());
        Assert.NotNull(board.Find(".clock.stale"));
    }

    [Fact]
    public void A_recording_that_pauses_is_told_on_the_board_too() =>
        Assert.Contains(
            "Recording pauses",
            Show<BoardPage>(LiveViews.InGame(LiveViews.Rift() with { Recording = new(9, 1, 0, "The disk is full") })).Find(".state .danger").TextContent,
            StringComparison.Ordinal);

    [Fact]
    public void The_result_is_the_last_poll_until_the_client_tells_more()
    {
        var ended = ClientViews.State(ClientViews.Open(), "WaitingForStats", LiveConnection.Ended, LiveViews.Rift()) with { LastGame = new(7, LiveViews.At, false) };
        var board = Show<BoardPage>(ended);
        Assert.Equal("Defeat", board.Find(".clock .result").TextContent);
        Assert.Equal("≈170", board.Find(".cs b").TextContent);

        var told = ClientViews.EndOfGame() with { Won = false };
        board = Show<BoardPage>(ended with
        {
            Client = ended.Client with { EndOfGame = told with { Teams = [.. told.Teams.Select(team => team with { Players = [.. team.Players.Select(player => player with { ChampionId = 0 })] })] } },
        });
        Assert.Equal("177", board.Find(".cs b").TextContent);
        Assert.Equal("9.0k damage", board.Find(".kda small").TextContent);
        Assert.Equal("Blue +4.5k gold earned", board.Find(".state div").TextContent.Trim());
    }

    [Fact]
    public void Arena_is_shown_team_by_team()
    {
        var arena = LiveViews.Of([.. Enumerable.Range(0, 16).Select(slot => LiveViews.Player(slot) with { Team = $"Team {(slot / 2) + 1}", Position = "" })]) with { GameMode = "CHERRY", MapNumber = 30, MapName = "Map30" };
        var board = Show<BoardPage>(LiveViews.InGame(arena));

        Assert.Equal(8, board.FindAll(".card").Count);
        Assert.Equal(16, board.FindComponents<BoardRow>().Count);
        Assert.Empty(board.FindAll(".state .lead"));
    }

    [Fact]
    public void Only_the_row_that_changed_is_rendered()
    {
        var game = LiveViews.Rift();
        var board = Show<BoardPage>(LiveViews.InGame(game));
        var rows = board.FindComponents<BoardRow>();
        board.WaitForAssertion(() => Assert.Equal(1, States.Readers));
        var before = rows.Select(row => row.RenderCount).ToList();

        States.Publish(LiveViews.InGame(game.Next(3, player => player with { Kills = player.Kills + 1 }, seconds: 0.01)));

        board.WaitForAssertion(() => Assert.Equal("9", rows[6].Find(".hit").TextContent));
        Assert.Equal([6], Enumerable.Range(0, 10).Where(n => rows[n].RenderCount > before[n]));
        Assert.NotNull(board.Find(".player.flash"));
    }

    [Fact]
    public async Task Disposal_leaves_the_feed_without_readers()
    {
        var board = Show<BoardPage>(LiveViews.InGame(LiveViews.Rift()));
        board.WaitForAssertion(() => Assert.Equal(1, States.Readers));

        await DisposeComponentsAsync();

        Assert.Equal(0, States.Readers);
    }

    [Fact]
    public void The_demo_is_named_on_the_board() =>
        Assert.Equal("Demo, invented players", BoardState.Of(LiveViews.InGame(LiveViews.Rift()), Stage.Game, isDemo: true).Text);

    [Fact]
    public void The_frame_holds_Riots_sentence_the_keys_and_no_rail()
    {
        var layout = Render<BoardLayout>(parameters => parameters.Add(frame => frame.Body, "<p>data</p>"));

        Assert.Equal(MainLayout.LegalSentence, layout.Find("footer").TextContent);
        Assert.Equal(["F", "Esc", "D", "L", "?"], layout.FindAll("dialog dt kbd").Select(key => key.TextContent));
        Assert.Empty(layout.FindAll(".rail"));
    }

    [Fact]
    public void A_fault_while_drawing_is_told_and_cured_without_a_hand()
    {
        var layout = Render<BoardLayout>(parameters => parameters.Add(frame => frame.Body, _ => throw new InvalidOperationException("planted")));

        Assert.Contains("The board has stopped", layout.Find(".message").TextContent, StringComparison.Ordinal);
        Assert.NotNull(layout.Find("mnm-stopped"));
    }
}
