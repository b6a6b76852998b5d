using Bunit;
using Microsoft.AspNetCore.Components.Web;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Tests.Champions;
using MnM.Tests.Scouting;
using MnM.Web.Search;

namespace MnM.Tests.Search;

/// <summary>What the box in the bar shows in each state, and what its keys do.</summary>
public sealed class SearchBoxTests : ChampionWorld
{
    [Fact]
    public void Before_anything_is_typed_it_says_what_can_be()
    {
        var box = Show();
        Assert.Equal("false", Input(box).GetAttribute("aria-expanded"));
        Assert.Empty(box.FindAll(".found"));
        Input(box).FocusIn();
        Assert.Contains("A Riot ID, a champion, or a match", box.Find(".say").TextContent, StringComparison.Ordinal);
        Input(box).FocusOut();
        Assert.Empty(box.FindAll(".found"));
    }

    [Fact]
    public void While_it_is_sought_it_says_so()
    {
        var box = Show();
        Input(box).Input("ahri");
        Assert.Equal("Searching", box.Find("[role=status]").TextContent);
        Assert.Equal("true", box.Find("[role=listbox]").GetAttribute("aria-busy"));
        Assert.NotEmpty(box.FindAll(".sk"));
    }

    [Fact]
    public async Task What_is_found_stands_in_groups_of_a_listbox()
    {
        await TrackAsync("Ahri Main", Anna);
        var box = Show();
        Type(box, "ahri");
        Assert.Equal(["Players", "Champions"], box.FindAll("[role=group]").Select(group => group.GetAttribute("aria-label")));
        Assert.Equal(["/players/Ahri%20Main-EUW", "/champion/Ahri"], box.FindAll("[role=option]").Select(option => option.GetAttribute("href")));
        Assert.Equal("2 found", box.Find("[role=status]").TextContent);
        Assert.Equal(box.Find("[role=option][aria-selected=true]").Id, Input(box).GetAttribute("aria-activedescendant"));
        Assert.Equal(box.Find("[role=listbox]").Id, Input(box).GetAttribute("aria-controls"));
    }

    [Fact]
    public void Arrows_go_round_and_Enter_opens_what_is_chosen()
    {
        var box = Show();
        Type(box, "a");
        Assert.Equal("Ahri", Chosen(box));
        Press(box, "ArrowDown");
        Assert.Equal("Kai'Sa", Chosen(box));
        Press(box, "ArrowDown");
        Assert.Equal("Ahri", Chosen(box));
        Press(box, "ArrowUp");
        Assert.Equal("Kai'Sa", Chosen(box));
        Press(box, "Enter");
        box.WaitForAssertion(() => Assert.Equal("http://localhost/champion/Kaisa", Navigation.Uri));
        box.WaitForAssertion(() => Assert.Empty(box.FindAll(".found")));
        Assert.Equal("", Input(box).GetAttribute("value"));
        JSInterop.VerifyInvoke("mnmSearch.leave", 1);
    }

    [Fact]
    public void Enter_before_the_answer_opens_the_first_of_it()
    {
        var box = Show();
        Input(box).Input("wu");
        Press(box, "Enter");
        Assert.Equal("http://localhost/", Navigation.Uri);
        Clock.Advance(1);
        box.WaitForAssertion(() => Assert.Equal("http://localhost/champion/MonkeyKing", Navigation.Uri));
    }

    [Fact]
    public void Escape_closes_the_list_and_typing_opens_it_again()
    {
        var box = Show();
        Type(box, "wu");
        Press(box, "Escape");
        Assert.Empty(box.FindAll(".found"));
        Type(box, "wuk");
        Assert.Equal("Wukong", Chosen(box));
    }

    [Fact]
    public void Nothing_is_said_in_words_with_what_was_typed_as_text()
    {
        var box = Show();
        Type(box, "<b>nothing</b>");
        Assert.Contains("Nothing is called “<b>nothing</b>”.", box.Find(".say").TextContent, StringComparison.Ordinal);
        Assert.Empty(box.FindAll("b"));
        Press(box, "Enter");
        Assert.Equal("http://localhost/", Navigation.Uri);
    }

    [Fact]
    public void An_unknown_Riot_ID_is_offered_to_be_looked_for()
    {
        var box = Show();
        Type(box, "Somebody#EUW");
        Assert.Contains("look for it at Riot", box.Find("[role=option]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/players/Somebody-EUW", box.Find("[role=option]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_stored_match_says_its_queue_and_day()
    {
        await PlayAsync(1, match => match.StartedAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), from: 7_000_001);
        var box = Show();
        Type(box, "EUW1_7000001");
        Assert.Equal("/match/EUW1_7000001", box.Find("[role=option]").GetAttribute("href"));
        Assert.Contains("Ranked Solo, 20 Nov 2026", box.Find("[role=option]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_a_match_is_that_of_the_clocks_where_MnM_runs()
    {
        await PlayAsync(1, match => match.StartedAt = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero), from: 7_000_001);
        var found = await new SearchQuery(new PlayerSearch(Stored), new MatchQueries(Stored), StaticData.Store).FindAsync("EUW1_7000001", CancellationToken.None);
        var line = Assert.Single(Assert.Single(SearchGroup.Of(found, StaticData.Store.Current, new ZonedClock(Clock.GetUtcNow(), TimeSpan.FromHours(9)))).Choices);
        Assert.Equal("Ranked Solo, 21 Nov 2026", line.Note);
    }

    [Fact]
    public void Without_a_database_there_is_a_way_to_try_again()
    {
        BreakDatabase();
        var box = Show();
        Type(box, "wu");
        Assert.Equal("The database did not answer", box.Find("[role=status]").TextContent);
        box.Find(".say button").Click();
        box.WaitForAssertion(() => Assert.Equal("Searching", box.Find("[role=status]").TextContent));
    }

    [Fact]
    public void Until_the_page_lives_nothing_can_be_typed()
    {
        Renderer.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", isInteractive: false));
        Assert.True(Input(Show()).HasAttribute("disabled"));
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<SearchBox> box) => box.Find("input");

    private static string Chosen(IRenderedComponent<SearchBox> box) => box.Find("[role=option][aria-selected=true] .clip").TextContent;

    private static void Press(IRenderedComponent<SearchBox> box, string key) => Input(box).KeyDown(new KeyboardEventArgs { Key = key });

    private void Type(IRenderedComponent<SearchBox> box, string text)
    {
        Input(box).Input(text);
        Clock.Advance(1);
        box.WaitForAssertion(() => Assert.NotEqual("Searching", box.Find("[role=status]").TextContent));
    }

    private IRenderedComponent<SearchBox> Show() => Render<SearchBox>();
}
