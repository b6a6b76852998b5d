using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Scouting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Security;
using MnM.Web.Live;
using MnM.Web.Scouting;

namespace MnM.Tests.Scouting;

public sealed class ScoutingPageTests : VisitorContext
{
    private readonly Feed<ScoutingState> _states = new(ScoutingState.None);

    public ScoutingPageTests()
    {
        Services.AddSingleton(_states);
        Services.AddSingleton<TimeProvider>(new StandingClock());
        Services.AddSingleton(StaticCatalogs.Store());
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Without_a_game_the_page_says_when_the_cards_come()
    {
        var page = Render<ScoutingPage>();

        Assert.Equal("No game is about to start", page.Find(".st h2").TextContent);
        Assert.Contains("With champ select, and at the latest with the loading screen", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("article.card"));
    }

    [Fact]
    public void Without_a_game_a_missing_key_is_told_before_it_is_needed()
    {
        var page = Show(ScoutingState.None with { Fault = "MnM has no key for Riot's API." });

        Assert.Equal(("MnM has no key for Riot's API.", "/riot"), (page.Find(".note.warn .grow").TextContent, page.Find(".note.warn a").GetAttribute("href")));
        Assert.NotNull(page.Find(".st"));
    }

    [Fact]
    public void The_loading_screen_is_two_sides_of_five_with_the_roles_between_them()
    {
        var page = Show(ScoutViews.LoadingScreen());

        Assert.Equal(
            ["Mossbeard", "Tin Kettle", "Ally 3", "PaperCrane", "Nightjar", "quietstorm", "Lanternfish", "Vex Machina", "BlueberryPi", "zwölfuhr"],
            page.FindAll("article.card").Select(card => card.GetAttribute("aria-label")!));
        Assert.Equal(["Top", "Jungle", "Mid", "Bottom", "Support"], page.FindAll(".roles span").Select(Text));
        Assert.Equal("average Platinum II of 4 known", Text(page.Find("section.blue .rank")));
        Assert.EndsWith("of 4 known, 1 loading", Text(page.Find("section.red .rank")), StringComparison.Ordinal);
        Assert.Equal("Blue team", page.Find("section.own").GetAttribute("aria-label"));
        Assert.StartsWith("Premade groups are guessed", page.Find(".hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_tells_rank_mastery_form_champions_and_meetings()
    {
        var card = Card(Show(ScoutViews.LoadingScreen()), "PaperCrane");

        Assert.Equal("Jinx · level 220", Text(card.QuerySelector("header small")!));
        Assert.Equal(["Platinum II 74 LP 140 wins, 121 losses", "54 %"], card.QuerySelectorAll(".rk .grow, .rk .wr").Select(Text));
        Assert.Equal(["Flex", "Gold II", "Mastery 9", "86k points"], card.QuerySelectorAll("dt, dd").Select(Text));
        Assert.Equal("14 won · 6 lost3.5 KDA", Text(card.QuerySelector(".form small")!));

        // Static data is not read here: what it lacks is called by its number.
        Assert.Equal("Champion 222: 20 games, 70 % won", card.QuerySelector(".pool > span")!.GetAttribute("title"));
        Assert.Equal("58 games with you, 33 won", Text(card.QuerySelector("footer")!));
        Assert.Equal("A, premade group, a guess", Text(card.QuerySelector(".chip.guess")!));
    }

    [Fact]
    public void A_card_tells_the_record_on_the_champion_and_with_you_and_what_it_was_counted_from()
    {
        var state = ScoutViews.LoadingScreen();
        var paper = state.Blue[3];
        var page = Show(state with { Blue = state.Blue.SetItem(3, paper with { Form = paper.Form with { OnPick = new(5, 3, 0, 0, 0), WithYou = new(4, 2, 0, 0, 0), Listed = 20 } }) });

        var line = Card(page, "PaperCrane").QuerySelector(".here")!;
        Assert.Equal(("Won 3 of 5 on Jinx, 2 of 4 with you", "Counted from 20 of the last 20 games, remakes left out."), (line.TextContent, line.GetAttribute("title")));
        Assert.Equal("Won 11 of 20 on Thresh", Card(page, "Nightjar").QuerySelector(".here")!.TextContent);
        Assert.Equal("Won 2 of 4 with you", ScoutWords.Here(ScoutForm.None with { WithYou = new(4, 2, 0, 0, 0), OnPick = new(1, 1, 0, 0, 0) }, ""));
        Assert.Null(ScoutWords.Here(ScoutForm.None, "Jinx"));
    }

    [Fact]
    public void A_head_has_the_picture_that_the_player_chose()
    {
        var page = Show(ScoutViews.LoadingScreen());

        Assert.Equal(Pictures.ProfileIcon(1), Card(page, "PaperCrane").QuerySelector(".face img")!.GetAttribute("src"));
        Assert.Empty(Card(page, "Ally 3").QuerySelectorAll(".face"));
    }

    [Fact]
    public void What_MnM_does_not_know_stands_there_as_Riot_wrote_it()
    {
        var state = ScoutViews.LoadingScreen();
        var odd = ScoutViews.Card(3, "PaperCrane", "WL", ScoutViews.Solo("TITANIUM", "VII", 5, 40, 20)) with { ChampionId = 9999, ChampionName = "Champion 9999", Form = ScoutViews.Form("WL", 9999) };
        var page = Show(state with { QueueId = 9998, GameMode = "MOONBASE", Blue = state.Blue.SetItem(3, odd) });

        var card = Card(page, "PaperCrane");
        Assert.StartsWith("Champion 9999 · ", Text(card.QuerySelector("header small")!), StringComparison.Ordinal);
        Assert.StartsWith("Titanium VII", Text(card.QuerySelector(".rk .grow")!), StringComparison.Ordinal);
        Assert.StartsWith("Champion 9999: 2 games", card.QuerySelector(".pool > span")!.GetAttribute("title"), StringComparison.Ordinal);
        Assert.Equal("Won 1 of 2 on Champion 9999", card.QuerySelector(".here")!.TextContent);
        Assert.Contains("9998", ScoutWords.Game(state with { QueueId = 9998, GameMode = "MOONBASE" }, MnM.Collector.StaticData.StaticCatalog.Empty), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_go_up_and_down_from_the_oldest_to_the_newest_and_stand_in_words()
    {
        var strip = Card(Show(ScoutViews.LoadingScreen()), "BlueberryPi").QuerySelector(".strip")!;

        Assert.Equal("WWxLLWLWWLWWLLWLWLWW".Select(result => result switch { 'W' => "w", 'L' => "l", _ => "x" }), strip.Children.Select(mark => mark.ClassName!));
        Assert.Equal(("img", "11 won, 8 lost, 1 remade, the newest on the right"), (strip.GetAttribute("role"), strip.GetAttribute("aria-label")));
    }

    [Fact]
    public void Somebody_whom_the_game_hides_stays_hidden()
    {
        var card = Card(Show(ScoutViews.LoadingScreen()), "Ally 3");

        Assert.Contains("MnM does not look hidden players up.", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(card.QuerySelectorAll(".rk, .form, .tags, footer"));
    }

    [Fact]
    public void While_it_loads_a_card_keeps_its_size_and_says_what_it_waits_for()
    {
        var card = Card(Show(ScoutViews.LoadingScreen()), "zwölfuhr");

        Assert.NotNull(card.QuerySelector(".rk[aria-busy=true]"));
        Assert.Equal(2, card.QuerySelectorAll("dl .sk").Length);
        Assert.Equal(20, card.QuerySelectorAll(".strip i").Length);
        Assert.Equal(11, card.QuerySelectorAll(".strip i.none").Length);
        Assert.Contains("from 9 of 20 games", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("3 requests wait", Text(card.QuerySelector("footer")!));
    }

    [Fact]
    public void What_is_old_stays_with_its_age()
    {
        var card = Card(Show(ScoutViews.LoadingScreen()), "Vex Machina");

        Assert.Equal(("3 d old", "Riot is being asked again."), (Text(card.QuerySelector("footer .c-warn")!), card.QuerySelector("footer .c-warn")!.GetAttribute("title")));
        Assert.Contains("Diamond IV", card.TextContent, StringComparison.Ordinal);
        Assert.Single(Show(ScoutViews.LoadingScreen()).FindAll("footer .c-warn"));
    }

    [Fact]
    public void A_tag_tells_its_basis_to_the_keyboard_too()
    {
        var card = Card(Show(ScoutViews.LoadingScreen()), "Lanternfish");
        var tag = card.QuerySelector(".tag.good")!;

        Assert.Equal("0", tag.GetAttribute("tabindex"));
        var tip = card.QuerySelector($"#{tag.GetAttribute("aria-describedby")}")!;
        Assert.Equal("tooltip", tip.GetAttribute("role"));
        Assert.Contains("the last 20 games that Riot lists", tip.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, card.QuerySelectorAll(".tag").Length);
    }

    [Fact]
    public void In_champ_select_the_other_side_is_not_known_and_nothing_is_invented_for_it()
    {
        var page = Show(ScoutViews.ChampSelect());

        Assert.Contains("The client does not show this side before the loading screen.", page.Find("section.red").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.FindAll("article.card").Count);
    }

    [Fact]
    public void In_the_game_nobody_is_told_who_plays_together()
    {
        var page = Show(ScoutViews.InGame());

        Assert.Empty(page.FindAll(".chip.guess"));
        Assert.Equal("While the game runs, MnM does not guess who plays together", page.Find(".hint").TextContent);
    }

    [Fact]
    public void Without_a_key_the_page_leads_to_where_one_is_entered()
    {
        var page = Show(ScoutViews.WithoutKey());

        Assert.Contains("MnM has no key", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Equal("/riot", page.Find(".note.warn a").GetAttribute("href"));
        var card = Card(page, "Blue Name 0");
        Assert.StartsWith("Rank not known", Text(card.QuerySelector(".rk")!), StringComparison.Ordinal);
        Assert.Contains("The last games could not be had.", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sk"));
    }

    [Fact]
    public void A_card_is_drawn_again_only_when_it_looks_different()
    {
        var page = Show(ScoutViews.LoadingScreen());
        page.WaitForAssertion(() => Assert.Equal(1, _states.Readers));
        var cards = page.FindComponents<ScoutPlayer>();
        var before = cards.Select(card => card.RenderCount).ToList();

        var next = ScoutViews.LoadingScreen();
        _states.Publish(next with { Red = next.Red.SetItem(4, ScoutViews.Card(4, "zwölfuhr", "WLWWLWLWLW", ScoutViews.Solo("GOLD", "I", 1, 2, 3), ScoutSide.Red)) });

        page.WaitForAssertion(() => Assert.StartsWith("Gold I", Text(Card(page, "zwölfuhr").QuerySelector(".rk")!), StringComparison.Ordinal));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], cards.Select((card, place) => card.RenderCount - before[place]));
    }

    [Fact]
    public async Task Disposal_leaves_no_reader()
    {
        var page = Show(ScoutViews.LoadingScreen());
        page.WaitForAssertion(() => Assert.Equal(1, _states.Readers));
        await DisposeComponentsAsync();
        Assert.Equal(0, _states.Readers);
    }

    private static IElement Card(IRenderedComponent<ScoutingPage> page, string name) => page.Find($"article[aria-label='{name}']");

    /// <summary>The words, with single blanks between them.</summary>
    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<ScoutingPage> Show(ScoutingState state)
    {
        _states.Publish(state);
        return Render<ScoutingPage>();
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ScoutViews.At;
    }
}
