using System.Collections.Immutable;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tracking.Friends;
using MnM.Simulator;
using MnM.Tests.Live.Pages;
using MnM.Tests.Security;
using MnM.Web.Tft.Friends;

namespace MnM.Tests.Tft.Pages;

/// <summary>The friends' games beside the high ladder's, in each state.</summary>
public sealed class TftFriendsPageTests : VisitorContext
{
    private readonly List<TftQuestion> _asked = [];
    private TacticsGames _games = new([18, 17], 18, [1100, 1160], 1100, [Friend("Anna", 1, 12), Friend("Bert", 2, 3), Friend("Cleo", 3, 0)]);
    private Func<TftQuestion, TftReply> _reply;
    private readonly SimulatorClock _clock = new();
    private Func<int?, Task<TacticsGames>>? _read;
    private Estimate _ladderPlace = new(4.1, 4.0, 4.2);
    private Exception? _fault;

    public TftFriendsPageTests()
    {
        _reply = question => new TftReply.Answered(Ladder(question));
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(StaticCatalogs.Store());
        Services.AddSingleton(new TftFriendsSource(
            (set, _, _) => _fault is not null ? Task.FromException<TacticsGames>(_fault) : _read?.Invoke(set) ?? Task.FromResult(_games),
            (question, _) =>
            {
                _asked.Add(question);
                return Task.FromResult(_reply(question));
            }));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Each_friend_has_a_line_and_few_games_claim_nothing()
    {
        var page = Render<TftFriendsPage>();
        var lines = page.FindAll("[aria-label=Friends] tbody tr");
        Assert.Equal(["Anna", "Bert", "Cleo", "High ladder"], lines.Select(line => line.QuerySelector("td")!.TextContent.Trim()));
        Assert.Contains("2.50 ±", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not enough data: 3 games", lines[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("No game of this set and queue", lines[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("4.40", lines[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ladder_is_asked_for_its_own_players_in_the_same_set_and_queue()
    {
        Render<TftFriendsPage>();
        Assert.Equal([TftSubject.Units, TftSubject.Traits], _asked.Select(question => question.Subject));
        Assert.All(_asked, question => Assert.Equal((18, 1100, true, 3), (question.Set, question.Queues.Single(), question.LadderPlayersOnly, question.Tiers.Length)));
    }

    [Fact]
    public void What_a_friend_plays_stands_beside_how_the_ladder_does_with_it()
    {
        var page = Render<TftFriendsPage>();
        var unit = page.FindAll("[aria-label=Units] tbody tr").Single(row => row.QuerySelector("td")!.GetAttribute("title") == "TFT17_Jinx");
        Assert.Equal(["Jinx", "12", "2.50 ±0.74", "4.10 ±0.10", "−1.60 ±0.75", "30.0 %"], unit.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        var rare = page.FindAll("[aria-label=Units] tbody tr").Single(row => row.QuerySelector("td")!.GetAttribute("title") == "TFT17_Vi");
        Assert.Contains("few", rare.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bastion 2", page.Find("[aria-label=Traits] tbody td").TextContent.Trim());
    }

    [Fact]
    public void Another_friend_is_chosen_by_the_address()
    {
        var page = Render<TftFriendsPage>();
        Assert.Equal("/tft/friends?set=18&queue=1100&friend=2", page.FindAll("[aria-label=Friends] a")[1].GetAttribute("href"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/tft/friends?set=18&queue=1100&friend=2");
        var bert = Render<TftFriendsPage>();
        Assert.Contains("Bert beside the high ladder", bert.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_answer_of_the_ladder_friends_are_shown_alone_with_the_reason()
    {
        _reply = _ => new TftReply.Empty("No match of set 18 is stored yet.");
        var page = Render<TftFriendsPage>();
        Assert.Contains("No match of set 18 is stored yet. Friends are shown alone.", page.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("[aria-label=Friends] tbody tr").Count);
    }

    [Fact]
    public void A_difference_has_a_colour_only_where_chance_leaves_no_doubt()
    {
        var page = Render<TftFriendsPage>();
        var cell = page.FindAll("[aria-label=Units] tbody tr").Single(row => row.QuerySelector("td")!.GetAttribute("title") == "TFT17_Jinx").QuerySelectorAll("td")[4];
        Assert.Contains("c-win", cell.ClassList);
        Assert.Equal("95 % interval −2.35 to −0.85", cell.GetAttribute("title"));
        _ladderPlace = new(2.9, 2.8, 3.0);
        var near = Render<TftFriendsPage>();
        Assert.DoesNotContain("c-win", near.FindAll("[aria-label=Units] tbody tr")[0].QuerySelectorAll("td")[4].ClassList);
    }

    [Fact]
    public void What_the_ladder_was_counted_of_and_when_is_told()
    {
        _reply = question => new TftReply.Answered(Ladder(question) with { IsStale = true, AsOf = _clock.GetUtcNow().AddMinutes(-40), Notes = ["480 of 500 matches are counted."] });
        var page = Render<TftFriendsPage>();
        Assert.Contains("counted 40 min ago", page.Find(".age.c-warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("480 of 500 matches are counted.", page.Find(".note").TextContent, StringComparison.Ordinal);
        _reply = question => new TftReply.Answered(Ladder(question) with { AsOf = _clock.GetUtcNow() });
        page.FindAll("button").Single(button => button.TextContent == "Look again").Click();
        Assert.Empty(page.FindAll(".age.c-warn, .note"));
    }

    [Fact]
    public void A_ladder_that_does_not_answer_can_be_asked_again()
    {
        _reply = _ => new TftReply.Failed("The store is busy.");
        var page = Render<TftFriendsPage>();
        Assert.Contains("The store is busy. Friends are shown alone.", page.Find(".note").TextContent, StringComparison.Ordinal);
        _reply = question => new TftReply.Answered(Ladder(question));
        page.Find(".note button").Click();
        Assert.Empty(page.FindAll(".note"));
        Assert.NotEmpty(page.FindAll("tr.ladder"));
    }

    [Fact]
    public void Of_two_sets_chosen_in_a_row_the_later_is_shown()
    {
        var slow = new TaskCompletionSource<TacticsGames>();
        var page = Render<TftFriendsPage>();
        _read = set => set == 17 ? slow.Task : Task.FromResult(_games);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/tft/friends?set=17");
        navigation.NavigateTo("/tft/friends?set=18");
        slow.SetResult(_games with { Set = 17 });
        page.WaitForAssertion(() => Assert.Equal("18", page.Find("[aria-label=Filters] select").GetAttribute("value")));
        Assert.All(_asked, question => Assert.Equal(18, question.Set));
    }

    [Fact]
    public void Where_nobody_has_played_the_page_says_what_comes_when()
    {
        _games = new TacticsGames([], 0, [], 1100, [Friend("Anna", 1, 0)]);
        Assert.Equal("No friend has played yet", Render<TftFriendsPage>().Find("h2").TextContent);
        _games = new TacticsGames([], 0, [], 1100, []);
        Assert.Equal("Nobody is followed yet", Render<TftFriendsPage>().Find("h2").TextContent);
        Assert.Empty(_asked);
    }

    [Fact]
    public void A_database_that_does_not_answer_can_be_read_again()
    {
        _fault = new SqliteException("disk I/O error", 10);
        var page = Render<TftFriendsPage>();
        Assert.Equal("The database does not answer", page.Find("h2").TextContent);
        _fault = null;
        page.Find("button").Click();
        Assert.NotEmpty(page.FindAll("[aria-label=Friends]"));
    }

    // Places 1 to 4 by turns; Vi in the first game alone.
    private static TacticsFriend Friend(string name, long id, int games) => new(id, name, "EUW", null, games, [.. Enumerable.Range(0, games).Select(game => new TftBoard(
        1 + (game % 4),
        8,
        [new("TFT17_Jinx", 2, []), new("TFT17_Jinx", 1, []), .. game == 0 ? new TftBoardUnit[] { new("TFT17_Vi", 1, []) } : []],
        [new("TFT17_Bastion", 4, 2), new("TFT17_Tide", 1, 0)]))]);

    private TftAnswer Ladder(TftQuestion question) => new(
        question,
        [
            Row(question.Subject == TftSubject.Units ? new TftKey("TFT17_Jinx", [], [], null) : new TftKey(null, [], ["TFT17_Bastion"], 2)),
        ],
        500, 900, new Estimate(4.4, 4.3, 4.5), default, IsStale: false, default, []);

    private TftRow Row(TftKey key) => new(
        key, 300, true, new(.3, .28, .32), _ladderPlace, 4.1, new(.58, .55, .6), new(.15, .13, .17), ImmutableArray.Create(40, 40, 40, 40, 35, 35, 35, 35), null);
}
