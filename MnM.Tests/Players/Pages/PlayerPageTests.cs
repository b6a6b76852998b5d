using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Players;
using MnM.Tests.Riot;
using MnM.Web.Players;
using MnM.Web.Shell;

namespace MnM.Tests.Players.Pages;

/// <summary>A player's page in all its states.</summary>
public sealed class PlayerPageTests : PlayerPageContext
{
    [Fact]
    public async Task The_head_says_who_it_is_and_the_panels_what_was_played()
    {
        await StoreAsync(12);
        var page = await OpenAsync();
        Assert.Equal("Anna#EUW", page.Find(".head h2").TextContent);
        Assert.Equal("312", page.Find(".head .icon b").TextContent);
        Assert.Equal(["Emerald III 47 LP", "Unranked"], page.FindAll(".head .rk").Select(rank => string.Concat(rank.QuerySelectorAll("b, .grow > span").Select(part => part.TextContent))));
        Assert.Contains("EUW1 · 12 games", page.Find(".head p").TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.FindAll(".head .strip i").Count);
        Assert.StartsWith("Updated 0.", page.Find(".head .ask small").TextContent, StringComparison.Ordinal);
        Assert.Equal("41 · 482.1k", page.Find("[aria-label='Champion pool'] tbody tr td:last-child").TextContent);
        Assert.Equal("/players/Name%20B-EUW", page.Find("[aria-label='Plays with'] a").GetAttribute("href"));
        page.WaitForAssertion(() => Assert.Equal(12, page.FindAll("[aria-label=Matches] ol a.g").Count));
        Assert.Equal("/match/EUW1_1?p=1", page.Find("[aria-label=Matches] ol a.g").GetAttribute("href"));
        Assert.Empty(page.FindAll(".note"));
    }

    [Fact]
    public async Task Whom_the_database_does_not_know_is_looked_for_at_Riot()
    {
        var page = await OpenAsync(player: "Carl-EUW");
        Assert.Equal("Carl#EUW", page.Find(".head h2").TextContent);
        Assert.Equal("No match is here yet", page.Find("article.st h2").TextContent);
        Assert.Contains("Import up to 1,000 matches", page.Find(".line button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_said_where_Riot_knows_nobody()
    {
        var page = await OpenAsync(player: "Nobody-EUW");
        Assert.Equal("No such player", page.Find("article.st h2").TextContent);
        Assert.Contains("Nobody is called Nobody#EUW.", page.Find("article.st p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_names_nobody_asks_nobody()
    {
        var page = await OpenAsync(player: "Anna");
        Assert.Equal("This address names no player", page.Find("article.st h2").TextContent);
        Assert.Equal(0, Riot.Count);
    }

    [Fact]
    public async Task Where_Riot_does_not_answer_a_stranger_cannot_be_shown_and_may_be_asked_for_again()
    {
        World.Instead = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        var page = await OpenAsync(player: "Carl-EUW");
        Assert.Equal("Riot could not be asked for Carl#EUW", page.Find("article.danger h2").TextContent);
        Assert.Contains("503", page.Find("article.danger p").TextContent, StringComparison.Ordinal);

        World.Instead = Told;
        await ClickAsync(page, "article.danger button");
        Assert.Equal("Carl#EUW", page.Find(".head h2").TextContent);
    }

    [Fact]
    public async Task What_Riot_does_not_tell_anew_is_shown_with_its_age_and_the_rest_works()
    {
        await StoreAsync(12);
        await OpenAsync();
        Clock.Advance(TimeSpan.FromDays(2).TotalSeconds);
        World.Instead = path => path.Contains("/league/v4/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : Told(path);
        var page = await OpenAsync();
        Assert.Contains("503", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("all of it works", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Updated 2 days ago", page.Find(".ask .c-warn").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Ranks are as of 2 days ago.", page.Find(".ask .c-warn").GetAttribute("title"), StringComparison.Ordinal);
        Assert.Equal("Emerald III", page.Find(".rk b").TextContent);
    }

    [Fact]
    public async Task Fresh_figures_are_not_asked_for_again_and_a_person_who_wants_them_waits_a_moment()
    {
        await StoreAsync(12);
        await OpenAsync();
        var asked = Riot.Count;
        var page = await OpenAsync();
        Assert.Equal(asked, Riot.Count);

        await ClickAsync(page, ".ask button");
        Assert.Matches("Asked a moment ago; again in [0-9]+ s", page.Find(".ask small").TextContent);
        Assert.Equal(asked, Riot.Count);
    }

    [Fact]
    public async Task Refresh_brings_ranks_and_the_latest_matches()
    {
        World.Play(3, "Anna", "Bert");
        await StoreAsync(0);
        var page = await OpenAsync();
        Assert.Equal("No match is here yet", page.Find("article.st h2").TextContent);
        Clock.Advance(PlayerRefresh.Cooldown.TotalSeconds);
        await ClickAsync(page, ".ask button");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("[aria-label=Matches] ol a.g").Count));
    }

    [Fact]
    public async Task The_line_of_the_ladder_says_when_it_is_too_short_and_is_drawn_from_the_second_rank_on()
    {
        await StoreAsync(12);
        var page = await OpenAsync();
        Assert.Contains("Emerald III, 47 LP since", page.Find("[aria-label='Rank over time'] .none").TextContent, StringComparison.Ordinal);

        Clock.Advance(3600);
        await KeepRankAsync(66);
        page = await OpenAsync();
        Assert.Equal(2, page.FindAll("[aria-label='Rank over time'] rect").Count);
        await page.FindAll("[aria-label='Rank over time'] button")[1].ClickAsync(new());
        Assert.Contains("no rank of this player in Ranked Flex", page.Find("[aria-label='Rank over time'] .none").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_the_address_and_leave_what_fits()
    {
        await StoreAsync(12);
        var page = await OpenAsync("?result=lost");
        page.WaitForAssertion(() => Assert.Equal(["/match/EUW1_3?p=1", "/match/EUW1_6?p=1", "/match/EUW1_9?p=1", "/match/EUW1_12?p=1"], Links(page)));
        await page.Find(".filters select").ChangeAsync(new ChangeEventArgs { Value = "420" });
        Assert.Equal("http://localhost/players/Anna-EUW?result=lost&queue=420", Navigation.Uri);
        page.WaitForAssertion(() => Assert.Equal(4, Links(page).Count));
        Navigation.NavigateTo("/players/Anna-EUW?queue=440");
        page.WaitForAssertion(() => Assert.Equal("No match fits", page.Find("li.st h2").TextContent));
        Assert.Contains("No game that came to an end fits", page.Find("[aria-label='Champion pool']").TextContent, StringComparison.Ordinal);
        await page.Find(".filters > .btn").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(12, Links(page).Count));
    }

    [Fact]
    public async Task What_the_address_gets_wrong_is_named_and_counts_as_not_said()
    {
        await StoreAsync(2);
        var page = await OpenAsync("?role=king&from=x");
        Assert.Contains("role is one of TOP", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("from is a day", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2, Links(page).Count));
    }

    [Fact]
    public async Task Without_a_database_there_is_a_way_to_try_again()
    {
        await StoreAsync(2);
        BreakDatabase();
        var page = await OpenAsync();
        Assert.Equal("The player could not be read", page.Find("article.danger h2").TextContent);
    }

    [Fact]
    public async Task A_remake_and_what_was_called_off_have_no_result()
    {
        await StoreAsync(1, match => match.IsRemake = true);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal("Remake", page.Find("ol .res span").TextContent));
        Assert.Contains("1 remake apart", page.Find(".head p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_an_import_runs_its_progress_is_there_and_the_figures_follow()
    {
        World.Play(12, "Anna", "Bert");
        var job = await Run.BeginAsync("Anna");
        var page = await OpenAsync();
        Assert.Single(page.FindAll(".prog[role=progressbar]"));
        Assert.Contains("The import is on its way", page.Find("article.st p").TextContent, StringComparison.Ordinal);
        await Run.FinishAsync(job);
        await TellAsync();
        page.WaitForAssertion(() => Assert.Equal(12, Links(page).Count));
        Assert.Empty(page.FindAll(".prog[role=progressbar]"));
    }

    [Fact]
    public async Task An_import_of_which_nobody_tells_any_more_does_not_run()
    {
        World.Play(12, "Anna", "Bert");
        var job = await Run.BeginAsync("Anna");
        await TellAsync();
        var page = await OpenAsync();
        Assert.Single(page.FindAll(".prog[role=progressbar]"));
        await Run.FinishAsync(job);
        Run.Clock.Advance(TimeSpan.FromMinutes(2).TotalSeconds);
        await TellAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".prog[role=progressbar]")));
        Assert.Contains("12 of 12 matches", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_champion_leads_to_its_page_and_a_chosen_one_stands_out()
    {
        await StoreAsync(12);
        var page = await OpenAsync("?champion=103");
        Assert.Equal("/champion/Ahri", page.Find("[aria-label='Champion pool'] tr.on a").GetAttribute("href"));
        Assert.Equal(12, Links(page).Count);
    }

    [Fact]
    public void The_rail_marks_friends_on_a_profile()
    {
        Navigation.NavigateTo(PlayerPages.AddressOf("Night Jar", "EUW"));
        Assert.Equal("http://localhost/players/Night%20Jar-EUW", Navigation.Uri);
        Assert.Equal("Friends", Render<Rail>().Find("[aria-current]").TextContent.Trim());
    }

    private static IReadOnlyList<string?> Links(IRenderedComponent<PlayerPage> page) => [.. page.FindAll("[aria-label=Matches] ol a.g").Select(link => link.GetAttribute("href"))];

    private async Task ClickAsync(IRenderedComponent<PlayerPage> page, string button)
    {
        await Run.AnswerAsync(ClickedAsync());
        await AnsweredAsync(page);

        async Task<bool> ClickedAsync()
        {
            await page.InvokeAsync(() => page.Find(button).ClickAsync(new()));
            return true;
        }
    }
}
