using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Live;
using MnM.Web.Games;

namespace MnM.Tests.Games;

public sealed class GamesPageTests : GamesContext
{
    [Fact]
    public void Without_games_the_page_says_how_one_gets_there()
    {
        var page = Show();

        page.WaitForAssertion(() => Assert.Equal("No game has been watched yet", page.Find("h2").TextContent));
        Assert.Contains("Start a game of League of Legends on this PC", page.Find(".st").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".filters"));
    }

    [Fact]
    public async Task Games_stand_newest_first_with_result_figures_and_a_link()
    {
        await PlayAsync(result: "Win");
        await PlayAsync(result: "Lose", mode: "ARAM");
        var page = Show();

        var rows = Rows(page, 2);
        Assert.Equal(["/games/2", "/games/1"], rows.Select(row => row.Find("a").GetAttribute("href")));
        Assert.Equal(["Defeat", "Victory"], rows.Select(row => row.Find(".res span").TextContent));
        Assert.Equal(["l", "w"], rows.Select(row => row.Find(".res i").ClassName));
        Assert.Equal("4/0/0", rows[1].Find(".kda b").TextContent);
        Assert.Equal("≈80", rows[1].Find(".cs b").TextContent);
        Assert.Equal("1:40", rows[1].Find(".len b").TextContent);
        Assert.Equal("3 Oct 2026, 11:59", rows[1].Find("time").GetAttribute("title"));
        Assert.Equal("ChampionA", rows[1].Find(".what b").TextContent);
    }

    [Fact]
    public async Task A_running_game_has_a_badge_and_moves_with_the_polls()
    {
        await PlayAsync(result: null);
        var page = Show();

        var row = Rows(page, 1)[0];
        Assert.Equal("Live", row.Find(".chip.live").TextContent);
        Assert.Equal("Running", row.Find(".res span").TextContent);
        await Run.PollAsync(Polls.Response(160));
        page.WaitForAssertion(() => Assert.Equal("2:40", page.Find(".len b").TextContent));
    }

    [Fact]
    public async Task A_game_that_ends_while_the_page_is_open_gets_its_result()
    {
        await PlayAsync(result: null);
        var page = Show();
        Rows(page, 1);

        await Run.PollAsync(Polls.Response(101, response => response.Events().Add(Polls.Event(1, "GameEnd", 101, ("Result", "Win")))));

        page.WaitForAssertion(() => Assert.Equal("Victory", page.Find(".res span").TextContent));
    }

    [Theory]
    [InlineData("mode=ARAM", "/games/2")]
    [InlineData("result=won", "/games/1")]
    [InlineData("result=lost", "/games/2")]
    [InlineData("champion=ChampionA", "/games/2 /games/1")]
    [InlineData("player=PLAYER 9", "/games/2 /games/1")]
    [InlineData("player=Player 9%23MNM", "/games/2 /games/1")]
    [InlineData("time=today&mode=CLASSIC", "/games/1")]
    [InlineData("time=range&from=2026-10-03&to=2026-10-03", "/games/2 /games/1")]
    public async Task The_address_filters_the_list(string query, string expected)
    {
        await PlayAsync(5, "Win");
        await PlayAsync(5, "Lose", "ARAM");

        var page = Show(query);

        Assert.Equal(expected, string.Join(' ', Rows(page, expected.Split(' ').Length).Select(row => row.Find("a").GetAttribute("href"))));
    }

    [Theory]
    [InlineData("sort=oldest", "/games/1 /games/2 /games/3")]
    [InlineData("sort=longest", "/games/2 /games/3 /games/1")]
    [InlineData("sort=kda", "/games/2 /games/3 /games/1")]
    [InlineData("sort=kda&mode=ARAM", "/games/3 /games/1")]
    [InlineData("sort=sideways", "/games/3 /games/2 /games/1")]
    public async Task The_address_sorts_the_list(string query, string expected)
    {
        await PlayAsync(5, "Win", "ARAM");
        await PlayAsync(30, "Win");
        await PlayAsync(15, "Lose", "ARAM");

        var page = Show(query);

        Assert.Equal(expected, string.Join(' ', Rows(page, expected.Split(' ').Length).Select(row => row.Find("a").GetAttribute("href"))));
    }

    [Theory]
    [InlineData("champion=Teemo")]
    [InlineData("player=%25")]
    [InlineData("player=_layer")]
    [InlineData("time=range&to=2026-10-02")]
    [InlineData("result=unknown")]
    public async Task Where_no_game_fits_the_page_says_so_and_clears_the_filters(string query)
    {
        await PlayAsync(5, "Win");
        var page = Show(query);

        page.WaitForAssertion(() => Assert.Equal("No game fits", page.Find(".st h2").TextContent));
        page.Find(".st button").Click();

        Assert.Equal("http://localhost/games", Navigation.Uri);
        Assert.Single(Rows(page, 1));
    }

    [Fact]
    public async Task A_chosen_filter_becomes_the_address_and_the_address_back_becomes_the_filter()
    {
        await PlayAsync(5, "Win");
        await PlayAsync(5, "Lose", "ARAM");
        var page = Show();
        Rows(page, 2);

        Pick(page, "Result", "Defeat");
        Assert.Equal("http://localhost/games?result=lost", Navigation.Uri);
        Assert.Single(Rows(page, 1));
        page.Find("input[type=search]").Change(" Player 3 ");
        Assert.Equal("http://localhost/games?result=lost&player=Player%203", Navigation.Uri);

        Navigation.NavigateTo("http://localhost/games?mode=ARAM");
        page.WaitForAssertion(() => Assert.Equal("ARAM", Picked(page, "Mode")));
        Assert.Equal("All", Picked(page, "Result"));
        Assert.Single(Rows(page, 1));
    }

    [Fact]
    public async Task A_long_list_is_drawn_in_part()
    {
        for (var n = 0; n < 60; n++)
            await PlayAsync(1, "Win");

        var query = Run.Services.GetRequiredService<MnM.Collector.Live.GameListQuery>();
        var (games, total) = await query.PageAsync(new(), 20, 10, CancellationToken.None);

        Assert.Equal(60, total);
        Assert.Equal(Enumerable.Range(31, 10).Reverse().Select(id => (long)id), games.Select(game => game.Game.Id));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_an_error_with_a_way_back()
    {
        await PlayAsync(5, "Win");
        await Run.QueryAsync(db => Sql(db, "ALTER TABLE games RENAME TO elsewhere"));
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal("The games could not be read", page.Find("[role=alert] h2").TextContent));

        await Run.QueryAsync(db => Sql(db, "ALTER TABLE elsewhere RENAME TO games"));
        page.Find("[role=alert] button").Click();

        Assert.Single(Rows(page, 1));
    }

    [Fact]
    public async Task A_star_is_given_and_taken_in_the_row()
    {
        var id = await PlayAsync(5, "Win");
        var page = Show();
        Rows(page, 1);

        page.Find(".star").Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".star").GetAttribute("aria-pressed")));
        Assert.True((await Run.Games.FindAsync(id, CancellationToken.None))!.Game.IsStarred);

        page.Find(".star").Click();
        page.WaitForAssertion(() => Assert.Equal("false", page.Find(".star").GetAttribute("aria-pressed")));
        Assert.False((await Run.Games.FindAsync(id, CancellationToken.None))!.Game.IsStarred);
    }

    [Fact]
    public async Task A_star_that_cannot_be_stored_is_told_and_not_shown()
    {
        await PlayAsync(5, "Win");
        var page = Show();
        Rows(page, 1);
        await Run.QueryAsync(db => Sql(db, "CREATE TRIGGER no_star BEFORE UPDATE ON games BEGIN SELECT RAISE(FAIL, 'no'); END"));

        page.Find(".star").Click();

        page.WaitForAssertion(() => Assert.Contains("nothing was changed", page.Find(".note.danger").TextContent, StringComparison.Ordinal));
        Assert.Equal("false", page.Find(".star").GetAttribute("aria-pressed"));
        page.Find(".note.danger button").Click();
        Assert.Empty(page.FindAll(".note"));
    }

    [Fact]
    public async Task The_menu_of_a_row_stars_and_deletes_after_a_question()
    {
        var id = await PlayAsync(5, "Win");
        var page = Show();
        Rows(page, 1);

        Choose(page, "Star");
        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".star").GetAttribute("aria-pressed")));
        Assert.Equal(["Open", "Remove the star", "Delete recording: remove the star first"], Menu(page));
        Choose(page, "Remove the star");
        page.WaitForAssertion(() => Assert.Equal("false", page.Find(".star").GetAttribute("aria-pressed")));
        Choose(page, "Delete recording…");
        page.WaitForAssertion(() => Assert.Contains("ChampionA of 3 Oct 2026", page.Find("[role=dialog]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Keep it", "Delete the recording"], page.FindAll("[role=dialog] button").Select(button => button.TextContent));
        page.FindAll("[role=dialog] button")[0].Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=dialog]")));
        Assert.NotEmpty((await Run.Replay.MomentsAsync(id, CancellationToken.None)).Readable);

        Choose(page, "Delete recording…");
        page.WaitForElement("[role=dialog] .danger").Click();
        page.WaitForAssertion(() => Assert.Contains("recording deleted", page.Find(".what small").TextContent, StringComparison.Ordinal));
        Assert.Empty((await Run.Replay.MomentsAsync(id, CancellationToken.None)).Readable);
        Assert.Equal(["Open", "Star"], Menu(page));
    }

    [Fact]
    public async Task The_recording_of_a_running_game_is_not_offered_for_deletion()
    {
        await PlayAsync(5, result: null);
        var page = Show();
        Rows(page, 1);

        Assert.Equal(["Open", "Star"], Menu(page));
        Choose(page, "Open");

        Assert.Equal("http://localhost/games/1", Navigation.Uri);
    }

    [Theory]
    [InlineData(null, "Recordings are kept for ever.")]
    [InlineData(1, "Recordings are kept 1 day; starred games always.")]
    [InlineData(90, "Recordings are kept 90 days; starred games always.")]
    public async Task The_page_says_how_long_recordings_are_kept(int? days, string words)
    {
        await PlayAsync(1, "Win");
        Settings.RecordingDays = days;

        var page = Show();

        page.WaitForAssertion(() => Assert.Equal(words, page.Find(".kept").TextContent));
    }

    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    private static List<string> Menu(IRenderedComponent<GamesPage> page)
    {
        page.WaitForElement(".more").Click();
        page.WaitForElement(".rz-context-menu");
        return [.. page.FindAll(".rz-context-menu .rz-navigation-item-text").Select(item => item.TextContent)];
    }

    private static void Choose(IRenderedComponent<GamesPage> page, string item)
    {
        Menu(page);
        page.FindAll(".rz-context-menu .rz-navigation-item").Single(one => one.TextContent.Trim() == item).QuerySelector(".rz-navigation-item-link")!.Click();
    }

    private static string Picked(IRenderedComponent<GamesPage> page, string filter) => Field(page, filter).Find(".rz-dropdown-label").TextContent.Trim();

    private static void Pick(IRenderedComponent<GamesPage> page, string filter, string option) =>
        Field(page, filter).FindAll("li").Single(item => item.TextContent.Trim() == option).Click();

    private static IRenderedComponent<PickField> Field(IRenderedComponent<GamesPage> page, string filter) =>
        page.FindComponents<PickField>().Single(field => field.Instance.Label == filter);

    private IRenderedComponent<GamesPage> Show(string query = "")
    {
        Navigation.NavigateTo(query.Length == 0 ? "/games" : $"/games?{query}");
        return Render<GamesPage>();
    }

    private static Task<int> Sql(MnM.Collector.Storage.MnmDbContext db, string sql) =>
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, sql);

    private static IReadOnlyList<IRenderedComponent<GameRow>> Rows(IRenderedComponent<GamesPage> page, int count)
    {
        page.WaitForAssertion(() => Assert.Equal(count, page.FindComponents<GameRow>().Count));
        return page.FindComponents<GameRow>();
    }
}
