using Bunit;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Web.Live;
using MnM.Web.Live.Client;

namespace MnM.Tests.Live.Pages;

/// <summary>What the live page shows of the League client.</summary>
public sealed class ClientStagesTests : PageContext
{
    [Fact]
    public void An_open_client_is_told_and_who_is_logged_in()
    {
        var page = Show(ClientViews.State(ClientViews.Open(), "None"));

        Assert.Contains("Nightjar is logged in", page.Find(".st p").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("button.primary"));
    }

    [Fact]
    public void Missing_permission_is_told_as_such_with_what_to_do()
    {
        var client = ClientView.None with { Connection = ClientConnection.NoPermission, Fault = new("MnM may not read the lockfile.", LiveViews.At) };
        var page = Show(new LiveState { Connection = LiveConnection.Waiting, Client = client });

        Assert.Equal("The League client cannot be read", page.Find("h2").TextContent);
        Assert.Contains("MnM may not read the lockfile. Games are found all the same.", page.Find(".st p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lobby_shows_who_is_in_it_what_they_want_and_what_is_free()
    {
        var page = Show(ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() with { Places = 5 } }, "Lobby"));

        Assert.Equal(("In the lobby", "Ranked Solo"), (page.Find(".lobby h2").TextContent, page.Find(".lobby small").TextContent));
        Assert.Equal(["Nightjar", "PaperCrane", "Free", "Free", "Free"], page.FindAll(".members .n").Select(name => name.TextContent));
        Assert.Equal(["Mid", "Top", "Any role"], page.FindAll(".wants span").Select(wanted => wanted.TextContent.Trim()));
        Assert.Contains("Leader", page.Find(".members .me").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("mnm-timer"));
    }

    [Fact]
    public void Where_the_client_tells_no_names_ones_own_is_known_all_the_same()
    {
        var lobby = ClientViews.Lobby() with { Members = [new("Member 1", true, true, []), new("Member 2", false, false, [])] };
        var page = Show(ClientViews.State(ClientViews.Open() with { Lobby = lobby }, "Lobby"));

        Assert.Equal(["Nightjar", "Member 2"], page.FindAll(".members .n").Select(name => name.TextContent));
    }

    [Fact]
    public void A_search_runs_on_in_the_browser_from_when_it_began()
    {
        var timer = Show(ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() }, "Matchmaking")).Find(".for mnm-timer");

        Assert.Equal("34400", timer.GetAttribute("ms"));
        Assert.True(timer.HasAttribute("up"));
        Assert.Equal("0:34", timer.TextContent);
    }

    [Fact]
    public void A_match_that_was_found_and_a_lobby_not_read_yet_have_words_too()
    {
        Assert.Equal("Match found", Show(ClientViews.State(ClientViews.Open() with { Lobby = ClientViews.Lobby() }, "ReadyCheck")).Find(".found h2").TextContent);
        Assert.Equal("Lobby", Show(ClientViews.State(ClientViews.Open(), "Lobby")).Find(".lobby small").TextContent);
    }

    [Fact]
    public void Champ_select_shows_both_teams_bans_turn_and_time()
    {
        var page = Show(ClientViews.State(ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() }, "ChampSelect"));

        Assert.Equal("Your turn to pick", page.Find(".step.yours h2").TextContent);
        Assert.Equal(("26600", "27"), (page.Find(".left mnm-timer").GetAttribute("ms"), page.Find(".left mnm-timer").TextContent));
        Assert.Equal(10, page.FindComponents<SeatRow>().Count);
        Assert.Equal(["Blue, your team", "Red"], page.FindAll(".team h3").Select(title => title.TextContent));
        Assert.Equal(10, page.FindAll(".ban").Count);
        Assert.Equal("Hidden by the game", page.FindAll(".seat .n")[1].GetAttribute("title"));
        Assert.DoesNotContain("puuid", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Only_the_seat_that_changed_is_rendered()
    {
        var before = ClientViews.ChampSelect();
        var page = Show(ClientViews.State(ClientViews.Open() with { ChampSelect = before }, "ChampSelect"));
        var seats = page.FindComponents<SeatRow>();
        page.WaitForAssertion(() => Assert.Equal(1, States.Readers));
        var counts = seats.Select(seat => seat.RenderCount).ToList();

        var after = before with { MyTeam = before.MyTeam.SetItem(4, ClientViews.Member(4, intent: ClientViews.ChampionIds[4])) };
        States.Publish(ClientViews.State(ClientViews.Open() with { ChampSelect = after }, "ChampSelect"));

        page.WaitForAssertion(() => Assert.Equal("wants Champion 412", seats[4].Find(".line").TextContent));
        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0, 0, 0], seats.Select((seat, n) => seat.RenderCount - counts[n]));
    }

    [Fact]
    public void A_side_that_is_not_shown_and_a_step_without_end_leave_no_hole()
    {
        var view = ClientViews.ChampSelect() with { TheirTeam = [], Bench = [103, 222], Timer = null, Draft = [], Bans = 0, MyBans = [], TheirBans = [] };
        var page = Show(ClientViews.State(ClientViews.Open() with { ChampSelect = view }, "ChampSelect"));

        Assert.Contains("does not show this side", page.Find(".team.red .unseen").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".bench .tile").Count);
        Assert.Empty(page.FindAll("mnm-timer, .ban"));
    }

    [Fact]
    public void After_the_game_the_clients_exact_figures_take_the_place_of_rounded_ones()
    {
        var client = ClientViews.Open() with { EndOfGame = ClientViews.EndOfGame() };
        var told = Named(client.EndOfGame!);
        var page = Show(ClientViews.State(client with { EndOfGame = told }, "EndOfGame", LiveConnection.Ended, LiveViews.Rift()));

        Assert.Equal("Victory", page.Find(".result h2").TextContent);
        Assert.Contains("exact", page.Find(".result .grow").TextContent, StringComparison.Ordinal);
        Assert.Equal("177", page.FindComponents<PlayerRow>()[0].Find(".cs b").TextContent);
        Assert.Equal(10, page.FindAll(".finals tbody tr").Count);
        Assert.Equal(["177", "11.6k", "9.0k", "20"], page.FindAll(".finals tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Empty(page.FindComponents<MinePanel>());
    }

    [Fact]
    public void A_result_that_MnM_did_not_watch_shows_no_objectives_no_chart_and_no_events()
    {
        var page = Show(ClientViews.State(ClientViews.Open() with { EndOfGame = ClientViews.EndOfGame() }, "EndOfGame"));

        Assert.Equal(10, page.FindComponents<PlayerRow>().Count);
        Assert.Empty(page.FindAll(".obj, .diff, .events"));
        Assert.Equal("25:02", page.Find(".clock time").TextContent);
    }

    // The pages of these tests know no static data, so champions are found by name.
    private static EndOfGameView Named(EndOfGameView told) => told with
    {
        Teams = [.. told.Teams.Select(team => team with { Players = [.. team.Players.Select(player => player with { ChampionId = 0 })] })],
    };
}
