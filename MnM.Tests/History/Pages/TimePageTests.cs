using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using MnM.Collector.History.Import;
using MnM.Tests.Riot;
using MnM.Web.History.Time;
using MnM.Web.Shell;

namespace MnM.Tests.History.Pages;

/// <summary>What the page shows in each state it may be in.</summary>
public sealed class TimePageTests : TimePageContext
{
    [Theory]
    [InlineData("Anna", "This address names no player", "/history")]
    [InlineData("Anna-EUW", "MnM does not know Anna#EUW yet", null)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "MnM does not know A player without a name yet", "/history")]
    public void Whom_MnM_does_not_know_can_be_imported(string player, string title, string? link)
    {
        var page = Show(player: player);
        page.WaitForAssertion(() => Assert.Equal(title, page.Find("article.st h2").TextContent));
        Assert.Equal(link, page.FindAll("article.st a").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(link is null ? 1 : 0, page.FindAll("article.st button").Count);
        Assert.Empty(page.FindAll(".filters"));
    }

    [Fact]
    public async Task An_unknown_player_is_imported_from_here_and_the_figures_follow_the_import()
    {
        World.Play(30, "Anna");
        var page = Show();
        await ClickAsync(page, await page.WaitForElementAsync("article.st button"));
        page.WaitForAssertion(() => Assert.Equal("Reading the list of matches", page.Find(".import b").TextContent));
        Assert.NotEmpty(page.FindAll("[aria-busy=true] .sk"));

        // A page of the list and the first matches; then the figures follow after five seconds, not with each match.
        await Run.WorkAsync();
        await Run.WorkAsync();
        Clock.Advance(6);
        await TellAsync();
        page.WaitForAssertion(() => Assert.True(Games(page) is > 0 and < 30));
        var shown = Games(page);
        await Run.WorkAsync();
        await TellAsync();
        page.WaitForAssertion(() => Assert.Matches($"^{shown + 8} (matches, 30 listed so far|of 30 matches)$", page.Find(".import b").TextContent));
        Assert.Equal(shown, Games(page));

        await Run.FinishAsync((await LastAsync()).Id);
        await TellAsync();
        page.WaitForAssertion(() => Assert.Equal(30, Games(page)));
        Assert.Empty(page.FindAll(".prog[role=progressbar]"));
        Assert.Contains("30 of 30 matches", page.Find(".line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_no_import_begins_is_said_beside_the_button()
    {
        World.Instead = path => path.Contains("/Anna/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : null;
        var page = Show();
        await ClickAsync(page, await page.WaitForElementAsync("article.st button"));
        page.WaitForAssertion(() => Assert.Contains("503", page.Find(".offer .c-warn").TextContent, StringComparison.Ordinal));
        Assert.Equal("/riot", page.Find(".offer a").GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_match_the_page_says_so_and_offers_the_import()
    {
        await StoreAsync(0);
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("No match is here yet", page.Find("article.st h2").TextContent));
        Assert.Contains("Import up to 1,000 matches", page.Find(".line button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_found_nothing_says_so()
    {
        await StoreAsync(0);
        await Run.ImportAsync("Anna");
        var page = Show();
        page.WaitForAssertion(() => Assert.Contains("The import found none", page.Find("article.st").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Until_the_games_are_read_the_panels_keep_their_places()
    {
        await StoreAsync(12);
        Database.Wait();
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("Reading the matches and counting", page.Find("[aria-busy=true] [role=status]").TextContent));
        Database.Answer();
        page.WaitForAssertion(() => Assert.Equal(12, Games(page)));
        Assert.Empty(page.FindAll(".sk"));
    }

    [Theory]
    [InlineData("?queue=440", "12 games are here, none as filtered.")]
    [InlineData("?champion=1&role=TOP&patch=1.1&without=Bert-EUW", "12 games are here, none as filtered.")]
    [InlineData("?from=2020-01-01&to=2020-12-31", "12 games are here, none as filtered.")]
    public async Task Filters_that_leave_nothing_say_so_and_are_cleared(string query, string words)
    {
        await StoreAsync(12);
        var page = Show(query);
        page.WaitForAssertion(() => Assert.Contains(words, page.Find("article.st").TextContent, StringComparison.Ordinal));
        await page.Find("article.st button").ClickAsync(new());
        Assert.Equal("http://localhost/players/Anna-EUW/time", Navigation.Uri);
        page.WaitForAssertion(() => Assert.Equal(12, Games(page)));
    }

    [Fact]
    public async Task Where_only_remakes_are_left_they_are_named()
    {
        await StoreAsync(3, match => match.IsRemake = true);
        var page = Show();
        page.WaitForAssertion(() => Assert.Contains("did not come to an end do: 3 remakes.", page.Find("article.st").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_address_gets_wrong_is_named_and_counts_as_not_said()
    {
        await StoreAsync(12);
        var page = Show("?tz=Mars&queue=x");
        page.WaitForAssertion(() => Assert.Contains("tz is a time zone", page.Find(".note.warn").TextContent, StringComparison.Ordinal));
        Assert.Equal(12, Games(page));
    }

    [Fact]
    public async Task A_chosen_filter_goes_into_the_address_and_its_cross_takes_it_away()
    {
        await StoreAsync(12);
        var page = Show("?rates=laplace");
        await page.WaitForElement("select").ChangeAsync(new ChangeEventArgs { Value = "420" });
        Assert.Equal("http://localhost/players/Anna-EUW/time?rates=laplace&queue=420", Navigation.Uri);
        await (await page.WaitForElementAsync("button[aria-label='Take the filter Queue away']")).ClickAsync(new());
        Assert.Equal("http://localhost/players/Anna-EUW/time?rates=laplace", Navigation.Uri);
    }

    [Fact]
    public async Task The_address_says_with_whom_and_the_field_shows_it()
    {
        await StoreAsync(12);
        var page = Show("?with=name%20b-euw");
        page.WaitForAssertion(() => Assert.Equal(12, Games(page)));
        Assert.Equal("Name B-EUW", page.FindAll("select")[5].GetAttribute("value"));
        Assert.Contains("Name B#EUW (12)", page.FindAll("select")[5].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_links_to_the_tables_hold_what_the_page_is_filtered_by()
    {
        await StoreAsync(12);
        var page = Show("?queue=420&tz=Europe%2FBerlin");
        var link = await page.WaitForElementAsync("a[download]");
        Assert.Equal("/api/players/Anna-EUW/time/matches.csv?queue=420&tz=Europe%2FBerlin", new Uri(new Uri("http://localhost"), link.GetAttribute("href")).PathAndQuery);
        Assert.Equal(TimeTables.Names.Length * 2, page.FindAll(".tables a").Count);
    }

    [Fact]
    public async Task The_zone_goes_into_the_address_and_is_remembered_in_this_browser()
    {
        await StoreAsync(12);
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal(12, Games(page)));
        await page.FindAll("select")[7].ChangeAsync(new ChangeEventArgs { Value = "America/Sao_Paulo" });
        Assert.Equal("http://localhost/players/Anna-EUW/time?tz=America%2FSao_Paulo", Navigation.Uri);
        Assert.Equal("America/Sao_Paulo", JSInterop.VerifyInvoke("mnmZone.remember").Arguments[0]);
    }

    [Fact]
    public async Task A_remembered_zone_is_taken_where_the_address_names_none()
    {
        await StoreAsync(12);
        JSInterop.Setup<string?>("mnmZone.remembered").SetResult("America/Sao_Paulo");
        var page = Show("?queue=420");
        page.WaitForAssertion(() => Assert.Equal("http://localhost/players/Anna-EUW/time?queue=420&tz=America%2FSao_Paulo", Navigation.Uri));
        page.WaitForAssertion(() => Assert.Equal(12, Games(page)));
    }

    [Fact]
    public async Task A_failed_import_says_why_and_can_be_begun_again()
    {
        await StoreAsync(12);
        var job = await Run.BeginAsync("Anna");
        await Run.ChangeAsync("UPDATE import_jobs SET state = 'Failed', reason = 'Riot’s list could not be read.', ended_at = created_at");
        var page = Show();
        page.WaitForAssertion(() => Assert.Contains("Riot’s list could not be read.", page.Find(".import").TextContent, StringComparison.Ordinal));
        Assert.Contains("The last import failed", page.Find(".line").TextContent, StringComparison.Ordinal);
        Assert.Equal("Import again", page.Find(".line button").TextContent);
        Assert.Equal((job, 12), ((await LastAsync()).Id, Games(page)));
    }

    [Fact]
    public async Task An_old_import_says_how_old_it_is()
    {
        World.Play(12, "Anna");
        await Run.ImportAsync("Anna");
        Clock.Advance(TimeSpan.FromDays(8).TotalSeconds);
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("Imported 8 days ago: 12 of 12 matches. Riot lists 12 matches of this player and none before them.", page.Find(".line span").TextContent));
        Assert.Single(page.FindAll(".line > .c-warn"));
    }

    [Fact]
    public async Task Without_a_database_there_is_a_way_to_try_again()
    {
        await StoreAsync(12);
        BreakDatabase();
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("The matches could not be read", page.Find("article.danger h2").TextContent));
    }

    [Fact]
    public async Task When_the_database_does_not_answer_any_more_the_last_figures_stay()
    {
        await StoreAsync(12);
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal(12, Games(page)));
        BreakDatabase();
        await TellAsync();
        page.WaitForAssertion(() => Assert.Contains("Shown is the last state", page.Find(".note.danger").TextContent, StringComparison.Ordinal));
        Assert.Equal(12, Games(page));
    }

    [Fact]
    public void On_the_page_of_a_player_the_rail_marks_Time()
    {
        Navigation.NavigateTo(TimePage.AddressOf("Night Jar", "EUW"));
        Assert.Equal("http://localhost/players/Night%20Jar-EUW/time", Navigation.Uri);
        Assert.Equal("Time", Render<Rail>().Find("[aria-current]").TextContent.Trim());
    }

    private static int Games(IRenderedComponent<TimePage> page) =>
        page.FindAll(".stat .big") is [var games, ..] ? int.Parse(games.TextContent, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private async Task<ImportView> LastAsync() => (await Run.History.ListAsync(1, CancellationToken.None))[0];

    /// <summary>Riot's answers need the clock.</summary>
    private async Task ClickAsync(IRenderedComponent<TimePage> page, AngleSharp.Dom.IElement button)
    {
        await Run.AnswerAsync(ClickedAsync());
        await TellAsync();

        async Task<bool> ClickedAsync()
        {
            await page.InvokeAsync(() => button.ClickAsync(new()));
            return true;
        }
    }
}
