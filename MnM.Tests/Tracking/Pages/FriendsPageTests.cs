using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Tests.Riot;
using MnM.Web.Tracking;

namespace MnM.Tests.Tracking.Pages;

public sealed class FriendsPageTests : TrackingPagesContext
{
    [Fact]
    public void Nobody_followed_says_what_to_do_and_before_it_is_read_cards_keep_their_places()
    {
        var page = Render<FriendsPage>();
        page.WaitForAssertion(() => Assert.Contains("Add a friend by Riot ID.", page.Find("article.st").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".sk"));
        Assert.Equal(("Reading", "Nobody yet"), (FriendWords.Chip(FriendsScene.Loading).Text, FriendWords.Chip(Monitor.Scenes.Current).Text));
    }

    [Fact]
    public async Task Who_plays_stands_first_with_queue_and_running_time_and_who_does_not_says_when_last_asked()
    {
        await Run.AddAsync("Anna", "Bert");
        World.Games.Add(Play(7001, 30, "Bert"));
        Clock.Advance(95);
        await Run.DetectAsync();
        var page = Render<FriendsPage>();

        var cards = page.WaitForElements("article.card", 2);
        Assert.Equal(["Bert#EUW", "Anna#EUW"], cards.Select(card => card.GetAttribute("aria-label")));
        Assert.Contains("Ranked Solo", cards[0].QuerySelector(".now")!.TextContent, StringComparison.Ordinal);
        // 95 s, and what the clock was turned by until the answers were there.
        Assert.Matches("^1:(3[5-9]|[45][0-9])$", cards[0].QuerySelector("mnm-timer")!.TextContent);
        Assert.Contains("not asked during the game", cards[0].QuerySelector(".asked")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("LoL every [0-9]+ (s|min), last [0-9]+ s ago", cards[1].QuerySelector(".asked")!.TextContent);
        Assert.Equal("1 in game", FriendWords.Chip(Monitor.Scenes.Current).Text);
    }

    [Fact]
    public async Task A_friend_who_was_just_added_is_not_asked_yet()
    {
        await Run.AddAsync("Anna");
        var page = Render<FriendsPage>();
        Assert.Equal("Not asked yet", page.WaitForElement("article.card .now").TextContent.Trim());
        Assert.Contains("No game with a result yet.", page.Find("article.card").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody has finished a game this week.", page.Find("[aria-label='This week']").TextContent, StringComparison.Ordinal);
        Assert.Contains("No two friends", page.Find("[aria-label=Together]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_league_points_of_the_day_the_week_and_pairs_are_shown_and_few_games_are_called_few()
    {
        World.Points["Anna"] = 40;
        await Run.AddAsync("Anna", "Bert");
        foreach (var (number, points) in new[] { (7001, 40), (7002, 61) })
        {
            World.Points["Anna"] = points;
            World.Games.Add(Play(number, 20, "Anna", "Bert"));
            await Run.PassAsync(TimeSpan.FromMinutes(28));
        }

        var page = Render<FriendsPage>();
        var card = page.WaitForElement("article[aria-label='Anna#EUW']");
        Assert.Equal(("2 won, 0 lost, the newest on the right", 2), (card.QuerySelector(".strip")!.GetAttribute("aria-label"), card.QuerySelectorAll(".strip .w").Length));
        Assert.Contains("Gold II, 61 LP", card.QuerySelector(".ranks")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("+21", card.QuerySelector(".ranks b.c-win")!.TextContent);
        var row = page.FindAll("[aria-label='This week'] tbody tr").Single(tr => tr.TextContent.Contains("Anna", StringComparison.Ordinal));
        Assert.Equal(["2", "2", "100 %", "+21", "0.7"], row.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["2", "too few"], page.FindAll("[aria-label=Together] tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task A_friend_is_added_on_the_page_and_the_field_is_empty_again()
    {
        var page = Render<FriendsPage>();
        await AddAsync(page, "Anna#EUW");

        page.WaitForAssertion(() => Assert.Single(page.FindAll("article.card")));
        Assert.Equal("Games of Anna#EUW on EUW1 are followed from now on.", page.Find("#friend-said").TextContent);
        Assert.Null(page.Find("#friend-riot-id").GetAttribute("value"));
    }

    [Theory]
    [InlineData("Anna", "A Riot ID is a name of 3 to 16 characters")]
    [InlineData("Nobody#EUW", "Nobody is called Nobody#EUW.")]
    [InlineData("Bert#EUW", "Games of Bert#EUW are followed already.")]
    [InlineData("Away#EUW", "503")]
    public async Task Why_somebody_is_not_added_stands_beside_what_was_typed(string riotId, string words)
    {
        await Run.AddAsync("Bert");
        World.Instead = path => path.Contains("/Away/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : null;
        var page = Render<FriendsPage>();
        await AddAsync(page, riotId);

        Assert.Contains(words, page.Find("#friend-said.c-warn").TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", riotId), (page.Find("#friend-riot-id").GetAttribute("aria-invalid"), page.Find("#friend-riot-id").GetAttribute("value")));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("article.card")));
        Assert.Empty(page.FindAll("#friend-said a"));
    }

    [Fact]
    public async Task Without_a_key_the_page_leads_to_where_one_is_entered()
    {
        World.Instead = _ => StubRiot.Answer(HttpStatusCode.Forbidden);
        var page = Render<FriendsPage>();
        await AddAsync(page, "Anna#EUW");

        Assert.Equal("/riot", page.Find("#friend-said a").GetAttribute("href"));
        await Monitor.TickAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("/riot", page.Find(".note.warn a").GetAttribute("href")));
        Assert.Equal(KeyState.Bad, Run.Get<KeyHealth>().Of(RiotProduct.League).State);
    }

    [Fact]
    public async Task A_friend_is_paused_and_goes_on()
    {
        await Run.AddAsync("Anna");
        var page = Render<FriendsPage>();
        await page.WaitForElement("[aria-label='Pause Anna']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Paused", page.Find("article.card.off .now").TextContent.Trim()));
        await page.Find("[aria-label='Go on with Anna']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("article.off")));
    }

    [Fact]
    public async Task A_friend_is_removed_only_after_a_question_that_escape_answers_with_no()
    {
        await Run.AddAsync("Anna");
        var page = Render<FriendsPage>();
        await page.WaitForElement("[aria-label='Remove Anna']").ClickAsync(new());
        await page.Find("[role=alertdialog]").KeyDownAsync(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(page.FindAll("[role=alertdialog]"));

        await page.Find("[aria-label='Remove Anna']").ClickAsync(new());
        Assert.Contains("Those that are known stay.", page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await page.Find("[role=alertdialog] .danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotNull(page.Find("article.st")));
    }

    [Fact]
    public async Task When_Riot_does_not_answer_the_page_says_so_with_the_age_of_what_it_shows()
    {
        await Run.AddAsync("Anna");
        await Run.DetectAsync();
        World.Instead = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        Clock.Advance(300);
        await Run.DetectAsync();
        var page = Render<FriendsPage>();

        page.WaitForAssertion(() => Assert.Matches("503.*The last answer is 5 min old", page.Find(".note.warn").TextContent));
        Assert.Single(page.FindAll("article.card"));
    }

    [Fact]
    public async Task When_the_database_does_not_answer_the_last_state_stays()
    {
        await Run.AddAsync("Anna");
        var page = Render<FriendsPage>();
        page.WaitForElement("article.card");
        BreakDatabase();
        await Monitor.ReadAsync(CancellationToken.None);

        page.WaitForAssertion(() => Assert.Contains("Shown is the last state", page.Find(".note.danger").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("article.card"));
        await page.Find("[aria-label='Pause Anna']").ClickAsync(new());
        Assert.Contains("nothing was changed", page.Find("[role=alert].fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_gone_leaves_no_reader_and_nobody_reads_the_database()
    {
        Render<FriendsPage>().WaitForElement("article.st");
        Assert.Equal(1, Monitor.Scenes.Readers);
        await DisposeComponentsAsync();
        Assert.Equal(0, Monitor.Scenes.Readers);
        var before = Monitor.Scenes.Current;
        Clock.Advance(60);
        await Monitor.TickAsync(CancellationToken.None);
        Assert.Same(before, Monitor.Scenes.Current);
    }

    private FriendsMonitor Monitor => Services.GetRequiredService<FriendsMonitor>();

    private async Task AddAsync(IRenderedComponent<FriendsPage> page, string riotId)
    {
        page.WaitForState(() => page.FindAll("[aria-busy=true]").Count == 0);
        await page.Find("#friend-riot-id").ChangeAsync(new() { Value = riotId });
        await Run.AnswerAsync(page.Find("form").SubmitAsync());
    }
}
