using Bunit;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.Storage;
using MnM.Collector.Tracking.Friends;
using MnM.Tests.Security;
using MnM.Web.Champions;
using MnM.Web.Security;

namespace MnM.Tests.Champions;

/// <summary>What the page of a champion shows in each state it may be in.</summary>
public sealed class ChampionPageTests : ChampionWorld
{
    [Fact]
    public async Task Figures_stand_with_their_interval_and_what_is_usual()
    {
        await PlayAsync(30);
        var page = Show();
        Assert.Equal(["30", "66.7 %", "4.00", "6.0", "400", "50 %"], page.FindAll("dl .big").Select(figure => figure.TextContent));
        Assert.Contains("20 won", page.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Contains("48.8 to 80.8 %", page.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Mage", "Assassin"], page.FindAll(".tags .tag").Select(tag => tag.TextContent));
        Assert.Equal("the Nine-Tailed Fox", page.Find(".who .t2").TextContent);
    }

    [Theory]
    [InlineData("Ahri")]
    [InlineData("ahri")]
    [InlineData("103")]
    public async Task A_champion_is_named_by_alias_or_number(string id)
    {
        await PlayAsync(1);
        Assert.Equal("Ahri", Show(id: id).Find(".head .name").TextContent);
    }

    [Fact]
    public async Task Groups_have_their_rates_on_one_scale_and_say_them_in_words()
    {
        await PlayAsync(30, participant: one => one.Position = "MIDDLE");
        await PlayAsync(4, match => match.QueueId = 440, one => one.Position = "TOP", from: 40);
        var page = Show();
        Assert.Equal(["Top", "Mid"], Panel(page, "By role").QuerySelectorAll("th[scope=row]").Select(row => row.TextContent));
        Assert.Equal("Mid: 30 games, 20 won, 66.7 %, 95 % interval 48.8 to 80.8 %", Panel(page, "By role").QuerySelector("[data-tip]")!.GetAttribute("aria-label"));
        Assert.Equal("too few", Panel(page, "By role").QuerySelector(".few")!.TextContent);
        Assert.Equal(["Ranked Solo", "Ranked Flex"], Panel(page, "By queue").QuerySelectorAll("th[scope=row]").Select(row => row.TextContent));
        Assert.Equal("/champion/Ahri?queue=440", Panel(page, "By queue").QuerySelectorAll("th a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task A_chosen_row_leads_back_to_all_and_the_others_stay_to_compare()
    {
        await PlayAsync(12);
        await PlayAsync(11, match => match.QueueId = 440, from: 20);
        var page = Show("?queue=440");
        Assert.Equal("11", page.Find("dl .big").TextContent);
        Assert.Equal(2, Panel(page, "By queue").QuerySelectorAll("tbody tr").Length);
        Assert.Equal("/champion/Ahri", page.Find("[aria-current=true]").GetAttribute("href"));
        Assert.Contains("Ranked Flex", page.Find(".pick.set").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Games_without_a_role_or_a_patch_can_be_looked_at_alone()
    {
        await PlayAsync(12);
        await PlayAsync(3, match => match.Patch = "", one => one.Position = "", from: 20);
        var page = Show();
        Assert.Equal("/champion/Ahri?role=none", Panel(page, "By role").QuerySelectorAll("th a")[1].GetAttribute("href"));
        Assert.Equal("/champion/Ahri?patch=none", Panel(page, "By patch").QuerySelectorAll("th a")[1].GetAttribute("href"));
        Assert.Equal("3", Show("?role=none&patch=none").Find("dl .big").TextContent);
    }

    [Fact]
    public async Task Of_nine_games_only_their_number_is_told()
    {
        await PlayAsync(9);
        var page = Show();
        Assert.Equal(["9", "too few"], page.FindAll("dl .big").Select(figure => figure.TextContent));
        Assert.Empty(page.FindAll(".iv"));
    }

    [Fact]
    public async Task Items_and_keystones_are_counted_and_never_rated()
    {
        await PlayAsync(12);
        var page = Show();
        Assert.Equal(["Infinity Edge"], Panel(page, "Items at the end").QuerySelectorAll("li .clip").Select(item => item.TextContent));
        Assert.Equal("Electrocute: 12 of 12 games", Panel(page, "Keystones").QuerySelector("li")!.GetAttribute("title"));
        Assert.DoesNotContain("won", Panel(page, "Items at the end").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_is_said()
    {
        await PlayAsync(12);
        await PlayAsync(2, match => (match.QueueId, match.Mode) = (1700, "CHERRY"), from: 20);
        await PlayAsync(1, match => match.QueueId = 0, from: 30);
        await PlayAsync(1, match => match.IsRemake = true, from: 40);
        var page = Show();
        Assert.Equal("12", page.Find("dl .big").TextContent);
        Assert.Contains("Left out: 2 of Arena, 1 custom, against bots or of another mode without two teams, 1 remake or called off.", page.Find(".foot-note").TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.FindAll(".latest li").Count);
    }

    [Fact]
    public async Task Friends_who_play_it_are_named_and_the_others_are_not()
    {
        await PlayAsync(12);
        await TrackAsync("Anna", Anna);
        await TrackAsync("Bert", Bert);
        var friend = Assert.Single(Panel(Show(), "Friends").QuerySelectorAll("li"));
        Assert.Equal("Anna: 12 games, 8 won, 66.7 %, 95 % interval 39.1 to 86.2 %", friend.GetAttribute("title"));
        Assert.Contains("who plays Ahri", Panel(Show(), "Friends").TextContent, StringComparison.Ordinal);
        Assert.Equal("/players/Anna-EUW", friend.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_friends_who_play_it_that_is_said()
    {
        await PlayAsync(12);
        Assert.Contains("None of the friends does", Panel(Show(), "Friends").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_games_say_who_and_how_and_lead_to_their_matches()
    {
        await PlayAsync(30);
        await TrackAsync("Anna Today", Anna);
        var rows = Show().FindAll(".latest a");
        Assert.Equal(20, rows.Count);
        Assert.Equal("/match/EUW1_1?p=1", rows[0].GetAttribute("href"));
        Assert.Contains("Anna Today#EUW", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ranked Solo · Mid", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Defeat", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_watched_game_hid_a_viewer_is_not_told()
    {
        await PlayAsync(2);
        await TrackAsync("Anna Today", Anna);
        await using (var db = Stored.CreateDbContext())
        {
            db.Add(new Game { Id = 7, RiotMatchId = "EUW1_1", QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", StartedAt = Clock.GetUtcNow(), LastPolledAt = Clock.GetUtcNow() });
            db.Add(WatchedPeople.Of(7, 0, "Ahri"));
            await db.SaveChangesAsync();
        }

        var page = Show();
        Assert.Contains("Anna Today#EUW", page.FindAll(".latest a")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("2 games", Panel(page, "Friends").QuerySelector("li .num")!.TextContent);

        Be(Role.Viewer);
        page = Show();
        var rows = page.FindAll(".latest a");
        Assert.DoesNotContain("Anna", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna Today#EUW", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("1 game", Panel(page, "Friends").QuerySelector("li .num")!.TextContent);
    }

    [Fact]
    public async Task However_many_friends_there_are_a_viewer_s_look_asks_for_watched_games_as_often()
    {
        await PlayAsync(1);
        await TrackAsync("Anna Today", Anna);
        var asked = await AskedAsync();
        await TrackAsync("Bert Today", Bert);

        Assert.Equal(asked, await AskedAsync());

        async Task<int> AskedAsync()
        {
            CountedContexts counted = new(Stored);
            ChampionReader reader = new(new ChampionQueries(Stored), new FriendsQueries(Stored, new HiddenGames(Stored, new GameQueries(Stored)), Clock), new GameQueries(counted), StaticData.Store);
            Assert.NotNull(await reader.ReadAsync("Ahri", ChampionFilter.None, Visitors.TicketOf(Role.Viewer).Principal, CancellationToken.None));
            return counted.Made;
        }
    }

    [Fact]
    public async Task Filters_that_leave_nothing_say_so_and_are_cleared()
    {
        await PlayAsync(12);
        var page = Show("?role=top&patch=1.2");
        Assert.Contains("12 games with Ahri are here, none as filtered.", page.Find("article.st").TextContent, StringComparison.Ordinal);
        Assert.Equal("/champion/Ahri", page.Find("article.st a").GetAttribute("href"));
        Assert.Equal(2, page.FindAll(".pick.set").Count);
    }

    [Fact]
    public async Task What_the_address_gets_wrong_is_named_and_counts_as_not_said()
    {
        await PlayAsync(12);
        var page = Show("?role=goalkeeper&queue=x&patch=new");
        Assert.Contains("role is one of TOP", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Equal("12", page.Find("dl .big").TextContent);
    }

    [Fact]
    public void A_champion_without_games_says_where_they_come_from() =>
        Assert.Equal("No game with a result is stored", Show(id: "Kaisa").Find("article.st h2").TextContent);

    [Theory]
    [InlineData("Nobody")]
    [InlineData("0")]
    [InlineData("'; DROP TABLE matches; --")]
    [InlineData("<script>alert(1)</script>")]
    public void An_unknown_champion_is_none(string id)
    {
        var page = Show(id: id);
        Assert.Equal($"There is no champion “{id}”", page.Find("article.st h2").TextContent);
        Assert.Empty(page.FindAll("script"));
    }

    [Fact]
    public async Task Without_static_data_matches_tell_the_champion()
    {
        await PlayAsync(12);
        await ForgetStaticDataAsync();
        var page = Show();
        Assert.Equal("Ahri", page.Find(".head .name").TextContent);
        Assert.Empty(page.FindAll(".tags .tag"));
        Assert.Contains("Item 3031", Panel(page, "Items at the end").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_there_is_a_way_to_try_again()
    {
        await PlayAsync(12);
        BreakDatabase();
        var page = Show();
        Assert.Equal("The games of this champion could not be read", page.Find("article.danger h2").TextContent);
        Assert.Equal("Try again", page.Find("article.danger button").TextContent);
    }

    private static AngleSharp.Dom.IElement Panel(IRenderedComponent<ChampionPage> page, string label) => page.Find($"[aria-label='{label}']");

    private IRenderedComponent<ChampionPage> Show(string query = "", string id = "Ahri")
    {
        Navigation.NavigateTo($"/champion/{Uri.EscapeDataString(id)}{query}");
        var page = Render<ChampionPage>(parameters => parameters.Add(champion => champion.Id, id));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".wait")));
        return page;
    }

    private sealed class CountedContexts(IDbContextFactory<MnmDbContext> contexts) : IDbContextFactory<MnmDbContext>
    {
        public int Made { get; private set; }

        public MnmDbContext CreateDbContext()
        {
            Made++;
            return contexts.CreateDbContext();
        }
    }
}
