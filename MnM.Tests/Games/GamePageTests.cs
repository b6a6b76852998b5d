using Bunit;
using Microsoft.AspNetCore.Components.Web;
using MnM.Web.Live;

namespace MnM.Tests.Games;

public sealed class GamePageTests : GamesContext
{
    [Fact]
    public void An_unknown_game_is_told_with_a_way_to_the_list()
    {
        var page = Show(99);

        page.WaitForAssertion(() => Assert.Equal("There is no such game", page.Find("h2").TextContent));
        Assert.Equal("/games", page.Find(".st a").GetAttribute("href"));
    }

    [Fact]
    public async Task An_ended_game_opens_at_its_end_with_scoreboard_events_charts_and_recording()
    {
        var page = Show(await PlayAsync());

        page.WaitForAssertion(() => Assert.Equal(10, page.FindComponents<PlayerRow>().Count));
        Assert.Equal("1:40", page.Find(".clock time").TextContent);
        Assert.Equal("final", page.Find(".clock small").TextContent.Trim());
        Assert.Equal(["4", "0"], page.FindAll(".kills").Select(kills => kills.TextContent));
        Assert.Equal("100", page.Find("input[type=range]").GetAttribute("value"));
        Assert.Equal(7, page.FindAll(".told li").Count);
        Assert.Contains("41, from 1:00 to 1:40", page.Find(".src").TextContent, StringComparison.Ordinal);
        Assert.Contains("told by the game", page.Find(".src").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".plot svg").Count), TimeSpan.FromSeconds(10));
        Assert.Empty(page.FindAll(".note"));
    }

    [Theory]
    [InlineData("75", "1:15", "1")]
    [InlineData("89.9", "1:29", "2")]
    [InlineData("5", "1:00", "0")]
    [InlineData("9999", "1:40", "4")]
    [InlineData("soon", "1:40", "4")]
    public async Task A_link_leads_to_its_second(string second, string clock, string kills)
    {
        var page = Show(await PlayAsync(), second);

        page.WaitForAssertion(() => Assert.Equal(clock, page.Find(".clock time").TextContent));
        Assert.Equal(kills, page.Find(".kills").TextContent);
    }

    [Fact]
    public async Task The_slider_shows_another_second_and_the_address_follows()
    {
        var page = Show(await PlayAsync());
        page.WaitForElement("input[type=range]").Input("84");

        page.WaitForAssertion(() => Assert.Equal("1:24", page.Find(".clock time").TextContent));
        Assert.Equal("at this second", page.Find(".clock small").TextContent.Trim());
        Assert.Equal("2", page.Find(".kills").TextContent);
        Assert.Equal("1:24", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
        Assert.Equal("84", page.Find("mnm-address").GetAttribute("value"));
    }

    [Fact]
    public async Task Keys_move_the_slider()
    {
        var page = Show(await PlayAsync(), "80");
        var range = page.WaitForElement("input[type=range]");
        void Press(string key, bool shift, string clock)
        {
            page.Find("input[type=range]").KeyDown(new KeyboardEventArgs { Key = key, ShiftKey = shift });
            page.WaitForAssertion(() => Assert.Equal(clock, page.Find(".clock time").TextContent));
        }

        Assert.Equal("80", range.GetAttribute("value"));
        Press("ArrowRight", false, "1:21");
        Press("ArrowRight", true, "1:31");
        Press("ArrowLeft", false, "1:30");
        Press("PageDown", false, "1:00");
        Press("PageUp", false, "1:40");
        Press("Home", false, "1:00");
        Press("End", false, "1:40");
        Press("Tab", false, "1:40");
    }

    [Fact]
    public async Task Space_plays_it_back_with_the_clock()
    {
        var page = Show(await PlayAsync(), "60");
        page.WaitForElement("input[type=range]").KeyDown(" ");
        page.WaitForAssertion(() => Assert.Equal("Pause", page.Find(".btn.primary").GetAttribute("aria-label")));
        page.FindAll(".replay .seg button")[2].Click();

        Run.Clock.Advance(0.2);
        page.WaitForAssertion(() => Assert.Equal("1:01", page.Find(".clock time").TextContent));
        page.Find(".btn.primary").Click();

        page.WaitForAssertion(() => Assert.Equal("Play", page.Find(".btn.primary").GetAttribute("aria-label")));
        Assert.Equal("true", page.FindAll(".replay .seg button")[2].GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task The_buttons_and_the_list_go_from_event_to_event()
    {
        var page = Show(await PlayAsync(), "73");
        page.WaitForElement("[aria-label='Next event']").Click();
        page.WaitForAssertion(() => Assert.Equal("1:16", page.Find(".clock time").TextContent));
        page.Find("[aria-label='Previous event']").Click();
        page.WaitForAssertion(() => Assert.Equal("1:11", page.Find(".clock time").TextContent));
        Assert.Contains("ahead", page.FindAll(".told li")[^1].ClassName!, StringComparison.Ordinal);

        page.FindAll(".told li button")[^1].Click();
        page.WaitForAssertion(() => Assert.Equal("1:40", page.Find(".clock time").TextContent));
        Assert.Empty(page.FindAll(".told .ahead"));
    }

    [Fact]
    public async Task Another_lane_stands_out_when_it_is_picked()
    {
        var page = Show(await PlayAsync());
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".plot svg").Count), TimeSpan.FromSeconds(10));
        Assert.Equal("true", page.Find("[aria-label=Lane] [aria-label=Top]").GetAttribute("aria-pressed"));

        page.Find("[aria-label=Lane] [aria-label=Mid]").Click();

        Assert.Equal("true", page.Find("[aria-label=Lane] [aria-label=Mid]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_running_game_says_so_and_links_to_the_live_page()
    {
        var page = Show(await PlayAsync(result: null));

        page.WaitForAssertion(() => Assert.Contains("This game is still running", page.Find(".note").TextContent, StringComparison.Ordinal));
        Assert.Equal("/", page.Find(".note a").GetAttribute("href"));
        Assert.Equal("at this second", page.Find(".clock small").TextContent.Trim());
    }

    [Fact]
    public async Task Seconds_that_are_missing_are_marked_on_the_track_and_told()
    {
        var page = Show(await PlayAsync(answers: second => second is < 20 or > 27));

        page.WaitForAssertion(() => Assert.Equal("The game did not answer 1:19–1:28", page.FindAll("i.gap")[^1].GetAttribute("title")));
        Assert.Contains("The game did not answer 1:19–1:28", page.Find(".src").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_without_sides_has_cards_and_no_charts_of_sides()
    {
        var page = Show(await PlayAsync(10, change: response =>
        {
            foreach (var player in response["allPlayers"]!.AsArray())
                player!["team"] = $"Team{player["riotIdGameName"]!.GetValue<string>()[^1] % 5}";
        }));

        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll(".cards > section").Count));
        Assert.Empty(page.FindAll(".plot"));
    }
}
