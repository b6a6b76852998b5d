using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Storage;
using MnM.Tests.Riot;
using MnM.Web.Matches;

namespace MnM.Tests.Matches.Pages;

/// <summary>What the page of a match shows in each of its states.</summary>
public sealed class MatchPageTests : MatchPageContext
{
    [Fact]
    public async Task A_stored_match_is_shown_without_a_question_to_Riot()
    {
        await StoreAsync(MatchJson.Written(), MatchJson.WrittenTimeline(), Id);
        var page = ShowStored();

        Assert.Empty(Riot.Asked);
        Assert.Equal(5, page.FindAll(".lane").Count);
        Assert.Equal(10, page.FindAll(".people nav a").Count);
        Assert.Equal("final, as Riot counts", page.Find(".clock small").TextContent.Trim());
        Assert.Equal("Gold difference", page.Find(".diff h2").TextContent);
        Assert.NotEmpty(page.FindAll(".build .it"));
        Assert.NotEmpty(page.FindAll(".skills td.on"));
        Assert.NotEmpty(page.FindAll("circle.kill"));
        Assert.InRange(page.FindAll(".stats-at tbody tr").Count, 3, 4);
        Assert.NotEmpty(page.FindAll(".story li"));
    }

    [Fact]
    public async Task Kills_and_objectives_in_the_head_are_those_that_Riot_counts()
    {
        var match = MatchJson.Written();
        await StoreAsync(match, MatchJson.WrittenTimeline(), Id);
        var page = ShowStored();
        var teams = match["info"]!["teams"]!.AsArray();
        Assert.Equal(
            teams.Select(team => (int)team!["objectives"]!["champion"]!["kills"]!),
            page.FindAll(".match .kills").Select(kills => int.Parse(kills.TextContent)));
        Assert.Equal(
            teams.Select(team => (string)$"{(int)team!["objectives"]!["tower"]!["kills"]!}"),
            page.FindAll(".match .obj:nth-of-type(1) .c").Select(count => count.TextContent));
    }

    [Fact]
    public async Task Who_is_looked_at_stands_in_the_address()
    {
        await StoreAsync(MatchJson.Written(), MatchJson.WrittenTimeline(), Id);
        var page = ShowStored(participant: 7);
        var chosen = page.Find(".people nav a[aria-current]");
        Assert.Equal("/match/EUW1_7001?p=7#people", chosen.GetAttribute("href"));
        Assert.Contains(page.FindComponent<BuildPanel>().Instance.Chosen.ChampionName, page.Find(".build").GetAttribute("aria-label")!, StringComparison.OrdinalIgnoreCase);

        Navigation.NavigateTo("/match/EUW1_7001?p=2");
        page.WaitForAssertion(() => Assert.Equal("/match/EUW1_7001?p=2#people", page.Find(".people nav a[aria-current]").GetAttribute("href")));
        Assert.Equal(2, page.FindComponent<SkillPanel>().Instance.Chosen.Number);
    }

    [Fact]
    public async Task An_address_that_names_nobody_shows_the_first()
    {
        await StoreAsync(MatchJson.Written(), MatchJson.WrittenTimeline(), Id);
        Assert.Equal("/match/EUW1_7001?p=1#people", ShowStored(participant: 99).Find(".people nav a[aria-current]").GetAttribute("href"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("EUW1_")]
    [InlineData("EUW1_12' OR 1=1")]
    [InlineData("<b>EUW1_7</b>")]
    public void An_address_that_is_none_says_so_and_asks_nobody(string id)
    {
        var page = Show(id);
        Assert.Equal("This address names no match", page.Find(".st h2").TextContent);
        Assert.Empty(Riot.Asked);
    }

    [Fact]
    public async Task A_match_that_is_not_stored_is_asked_for_and_then_shown()
    {
        Answer = _ => StubRiot.Answer(HttpStatusCode.OK, MatchJson.Written().ToJsonString());
        var page = Show();
        await WaitAsync(page, ".people");
        Assert.Single(Riot.Asked);
        Assert.Equal("Get the timeline", page.Find(".teams .btn").TextContent.Trim());
    }

    [Fact]
    public void While_Riot_is_asked_the_page_says_what_it_waits_for()
    {
        Answer = _ => null;
        var page = Show();
        page.WaitForAssertion(() => Assert.Contains("MnM asks Riot", page.Find(".skeleton").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "Riot does not have this match.")]
    [InlineData(HttpStatusCode.Forbidden, "Riot shows matches of this queue to their players alone.")]
    public async Task A_match_that_Riot_does_not_give_says_why(HttpStatusCode status, string reason)
    {
        Answer = path => path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK) : StubRiot.Answer(status);
        var page = Show();
        await WaitAsync(page, ".st");
        Assert.Equal("EUW1_7001 cannot be shown", page.Find(".st h2").TextContent);
        Assert.Contains(reason, page.Find(".st").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Riot_does_not_answer_the_page_offers_to_ask_again()
    {
        Answer = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        var page = Show();
        await WaitAsync(page, ".st");
        Assert.Equal("EUW1_7001 is not here yet", page.Find(".st h2").TextContent);

        Answer = _ => StubRiot.Answer(HttpStatusCode.OK, MatchJson.Written().ToJsonString());
        Clock.Advance(3600);
        page.Find(".st .btn").Click();
        await WaitAsync(page, ".people");
    }

    [Fact]
    public async Task The_timeline_is_got_by_one_request()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        Answer = _ => StubRiot.Answer(HttpStatusCode.OK, MatchJson.WrittenTimeline().ToJsonString());
        var page = ShowStored();
        Assert.Empty(page.FindAll(".build"));
        page.Find(".teams .btn").Click();
        await WaitAsync(page, ".build");
        Assert.EndsWith("/timeline", Assert.Single(Riot.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_that_will_not_come_says_why_and_offers_nothing()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        await Run.Get<MatchStore>().StoreAsync(
            new MatchAbsence { MatchId = Id, Part = MatchPart.Timeline, State = WorkState.NotFound, Reason = "Riot keeps timelines for a year.", Tries = 1, ToldAt = Clock.GetUtcNow() },
            CancellationToken.None);
        var page = ShowStored();
        Assert.Contains("Riot keeps timelines for a year.", page.Find(".teams .st").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".teams .btn.primary"));
    }

    [Fact]
    public async Task A_timeline_that_cannot_be_asked_for_now_can_be_later()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        Answer = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        var page = ShowStored();
        page.Find(".teams .btn").Click();
        await Run.AnswerAsync(Task.Run(() => page.WaitForElement(".teams .i-refresh")));
        Assert.Equal("Ask again", page.Find(".teams .btn").TextContent.Trim());
    }

    [Fact]
    public async Task What_is_stored_damaged_takes_no_more_from_the_page_than_itself()
    {
        await StoreAsync(MatchJson.Written(), MatchJson.WrittenTimeline(), Id);
        await Run.ChangeAsync("UPDATE matches SET payload = x'010203'");
        await Run.ChangeAsync("UPDATE match_timelines SET payload = x'010203'");
        var page = ShowStored();
        Assert.Equal(5, page.FindAll(".lane").Count);
        Assert.Contains("no timeline that MnM can read", page.Find(".teams .st").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_and_may_be_asked_again()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        await Run.ChangeAsync("ALTER TABLE matches RENAME TO elsewhere");
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("The match could not be read", page.Find(".st.danger h2").TextContent));

        await Run.ChangeAsync("ALTER TABLE elsewhere RENAME TO matches");
        page.Find(".st .btn").Click();
        page.WaitForElement(".people");
    }

    [Fact]
    public async Task A_timeline_that_the_database_does_not_give_leaves_the_page_and_can_be_asked_for_again()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        var page = ShowStored();
        await Run.ChangeAsync("ALTER TABLE match_timelines RENAME TO elsewhere");
        page.Find(".teams .btn").Click();
        page.WaitForElement(".teams .i-refresh");
        Assert.Contains("The database did not answer.", page.Find(".teams .st").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.FindAll(".lane").Count);
    }

    [Fact]
    public async Task A_remake_says_so_and_what_was_called_off_may_have_nobody_in_it()
    {
        var remake = MatchJson.Written();
        foreach (var person in remake["info"]!["participants"]!.AsArray())
        {
            person!["gameEndedInEarlySurrender"] = true;
        }

        await StoreAsync(remake, id: Id);
        Assert.Contains("A remake", ShowStored().Find(".note").TextContent, StringComparison.Ordinal);

        await StoreAsync(JsonNode.Parse("""{"metadata":{},"info":{"endOfGameResult":"Abort_Unexpected","gameCreation":0,"participants":[]}}""")!.AsObject(), id: "EUW1_7002");
        var page = Show("EUW1_7002");
        page.WaitForAssertion(() => Assert.Equal("Riot tells nobody who was in it", page.Find(".st h2").TextContent));
    }

    [Fact]
    public async Task Known_people_are_called_as_they_are_today()
    {
        var match = MatchJson.Written();
        var puuid = (string)match["info"]!["participants"]![0]!["puuid"]!;
        await StoreAsync(match, id: Id);
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await History.Time.StoredGames.AddPlayerAsync(db, "Renamed", "NOW", puuid);
        }

        Assert.Equal("Renamed", ShowStored().Find(".lane .n").TextContent);
    }

    [Fact]
    public async Task Whose_name_went_to_another_is_not_called_by_it_any_more()
    {
        var match = MatchJson.Written();
        var person = match["info"]!["participants"]![0]!;
        (person["riotIdGameName"], person["riotIdTagline"]) = ("Given Up", "EUW");
        await StoreAsync(match, id: Id);
        await using (var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await History.Time.StoredGames.AddPlayerAsync(db, "Given Up", "EUW", (string)person["puuid"]!);
            var player = await db.Set<Player>().SingleAsync();
            (player.GameName, player.TagLine, player.RiotIdKey, player.RiotIdSeenAt) = (null, null, null, null);
            await db.SaveChangesAsync();
        }

        var page = ShowStored(participant: 1);
        Assert.DoesNotContain("Given Up", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("/players/Given", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bars_change_what_they_compare()
    {
        await StoreAsync(MatchJson.Written(), id: Id);
        var page = ShowStored();
        Assert.Equal("Damage to champions", page.Find(".bars h2").TextContent);
        page.FindAll(".bars .seg button")[2].Click();
        Assert.Equal("Vision score", page.Find(".bars h2").TextContent);
        Assert.Contains("vision score", page.Find(".bars .half").GetAttribute("aria-label")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kills_on_the_map_are_filtered_by_side_person_and_minutes()
    {
        await StoreAsync(MatchJson.Written(), MatchJson.WrittenTimeline(), Id);
        var page = ShowStored(participant: 1);
        var all = page.FindAll("circle.kill").Count;
        page.FindAll(".map .seg")[0].QuerySelectorAll("button")[1].Click();
        var blue = page.FindAll("circle.kill").Count;
        Assert.InRange(blue, 1, all - 1);
        Assert.Equal(blue, page.FindAll("circle.kill.blue").Count);

        page.FindAll(".map .seg")[0].QuerySelectorAll("button")[0].Click();
        page.FindAll(".map .seg")[2].QuerySelectorAll("button")[1].Click();
        Assert.InRange(page.FindAll("circle.kill").Count, 1, all - 1);
        page.FindAll(".map .seg")[2].QuerySelectorAll("button")[0].Click();
        page.FindAll(".map .seg")[1].QuerySelectorAll("button")[1].Click();
        Assert.All(page.FindAll("circle.kill"), mark => Assert.Contains(page.Find(".now a").TextContent, mark.GetAttribute("aria-label")!, StringComparison.Ordinal));
    }

    /// <summary>Riot is asked through MnM's limits, whose clock the test turns.</summary>
    private async Task WaitAsync(IRenderedComponent<MatchPage> page, string selector)
    {
        await Run.AnswerAsync(Task.Run(() => page.WaitForElement(selector)));
        Assert.NotEmpty(page.FindAll(selector));
    }
}
