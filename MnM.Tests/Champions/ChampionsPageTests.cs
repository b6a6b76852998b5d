using Bunit;
using MnM.Web.Champions;

namespace MnM.Tests.Champions;

/// <summary>What the list of all champions shows in each state it may be in.</summary>
public sealed class ChampionsPageTests : ChampionWorld
{
    [Fact]
    public async Task All_champions_stand_by_name_with_their_classes_and_stored_games()
    {
        await PlayAsync(3);
        await PlayAsync(2, match => (match.QueueId, match.Mode) = (1700, "CHERRY"), from: 10);
        var page = Show();
        Assert.Equal(["Ahri", "Kai'Sa", "Lux", "Wukong"], Names(page));
        Assert.Equal(["5", "0", "5", "0"], page.FindAll(".list .n b").Select(games => games.TextContent));
        Assert.Equal("Mage, Assassin", page.Find(".list small").TextContent);
        Assert.Equal("/champion/MonkeyKing", page.FindAll(".list a")[3].GetAttribute("href"));
    }

    [Theory]
    [InlineData("wu", "Wukong")]
    [InlineData("monkeyk", "Wukong")]
    [InlineData("KAI SA", "Kai'Sa")]
    [InlineData("sa", "Kai'Sa")]
    [InlineData("assas", "Ahri")]
    public async Task What_is_typed_narrows_the_list_and_goes_into_the_address(string typed, string name)
    {
        var page = Show();
        await page.Find(".filters input").InputAsync(new() { Value = typed });
        Assert.Equal([name], Names(page));
        Assert.Equal(typed, page.Find("mnm-address[name=name]").GetAttribute("value"));
    }

    [Fact]
    public async Task Most_games_come_first_where_that_is_asked()
    {
        await PlayAsync(3, participant: one => (one.ChampionId, one.ChampionName) = (62, "MonkeyKing"));
        Assert.Equal("Wukong", Names(Show("?sort=games")).First());
        var page = Show();
        Assert.Equal("Ahri", Names(page).First());
        await page.FindAll(".seg button")[1].ClickAsync(new());
        Assert.Equal("Wukong", Names(page).First());
        Assert.Equal("games", page.Find("mnm-address[name=sort]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_name_that_nobody_has_says_so_and_is_taken_back()
    {
        var page = Show("?name=%3Cb%3Enobody");
        Assert.Equal("No champion is called “<b>nobody”", page.Find("article.st h2").TextContent);
        await page.Find("article.st button").ClickAsync(new());
        Assert.Equal(3, Names(page).Count());
    }

    [Fact]
    public async Task Without_static_data_and_matches_there_is_none_and_why()
    {
        await ForgetStaticDataAsync();
        Assert.Equal("No champion is known yet", Show().Find("article.st h2").TextContent);
        await PlayAsync(2);
        Assert.Equal(["Ahri", "Lux"], Names(Show()));
    }

    [Fact]
    public async Task Without_a_database_there_is_a_way_to_try_again()
    {
        await PlayAsync(1);
        BreakDatabase();
        Assert.Equal("The champions could not be read", Show().Find("article.danger h2").TextContent);
    }

    private static IEnumerable<string> Names(IRenderedComponent<ChampionsPage> page) => page.FindAll(".list .who b").Select(name => name.TextContent);

    private IRenderedComponent<ChampionsPage> Show(string query = "")
    {
        Navigation.NavigateTo($"/champion{query}");
        var page = Render<ChampionsPage>();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy]")));
        return page;
    }
}
