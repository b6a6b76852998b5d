using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Security;
using MnM.Web.Tft.Crawler;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>What the explorer shows in each state it may be in.</summary>
public sealed class ExplorerPageTests : ExplorerWorld
{
    [Fact]
    public void While_it_counts_the_places_are_held_and_it_says_so()
    {
        var waiting = new TaskCompletionSource<TftReply>();
        Answers = _ => waiting.Task;
        var page = Show("/tft");
        Assert.Equal("Counting the stored matches", page.Find("[aria-busy=true] [role=status]").TextContent);
        waiting.SetResult(new TftReply.Empty("No match is stored yet."));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[aria-busy=true]")));
    }

    [Fact]
    public void Before_the_first_match_it_leads_to_the_crawler()
    {
        Reply(new TftReply.Empty("No match is stored yet."));
        ChoicesAsync = () => Task.FromResult(Rows.NoChoices);
        var page = Show("/tft");
        Assert.Equal("Nothing to count yet", page.Find("article.st h2").TextContent);
        Assert.Contains("No match is stored yet.", page.Find("article.st").TextContent, StringComparison.Ordinal);
        Assert.Equal("/tft/crawler", page.Find("article.st a").GetAttribute("href"));
    }

    [Fact]
    public void The_crawler_is_the_owners()
    {
        var page = Show("/tft");
        Assert.Contains("/tft/crawler", Bar.Markup, StringComparison.Ordinal);

        Be(Role.Viewer);
        page.WaitForAssertion(() => Assert.DoesNotContain("/tft/crawler", page.Markup + Bar.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindComponents<Stub<CrawlerStrip>>());
        Assert.Equal(["Jinx", "Ahri", "Vi"], Names(page));
    }

    [Fact]
    public void A_row_tells_all_its_figures_and_how_sure_they_are()
    {
        var page = Show("/tft");
        Assert.Equal(["Jinx", "Ahri", "Vi"], Names(page));
        Assert.Equal(["300", "30.0 %", "3.55 ±0.05", "", "60.0 %", "20.0 %", "", "−0.38"], page.FindAll("tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("95 % interval 3.50 to 3.60; drawn to the mean of all: 3.55", page.FindAll("tbody tr")[0].QuerySelectorAll("td")[2].GetAttribute("title"));
        Assert.Equal("Not enough data: 12 games, the filter asks for 100", page.Find("tr.few td[colspan]").TextContent);
        Assert.Contains("3 units, 1,000 matches, 8,000 boards, patch 18.2", page.Find("section.main .sub").TextContent, StringComparison.Ordinal);
        Assert.Contains("in 38 ms", page.Find(".age").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_rare_shows_no_figure_but_its_games()
    {
        var page = Show("/tft?row=TFT18_Vi");
        Assert.Equal("12", page.Find("tr.few td").TextContent);
        Assert.Equal(2, page.Find("tr.few").QuerySelectorAll("td").Length);
        Assert.DoesNotContain("5.00", page.Find("tr.few").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not enough data: 12 games", page.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("aside .kpis"));
    }

    [Fact]
    public void An_old_answer_says_so_and_can_be_asked_for_again()
    {
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow().AddMinutes(-40), Rows.Of(question)) with { IsStale = true }));
        var page = Show("/tft");
        Assert.Contains("counted 40 min ago", page.Find(".age.c-warn").TextContent, StringComparison.Ordinal);
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        Button(page, "Look again").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".age.c-warn")));
    }

    [Fact]
    public void Filters_that_cannot_be_counted_are_told_where_they_are_set()
    {
        Reply(new TftReply.Refused([("MinPoints", "LP are compared among Master and above alone.")]));
        var page = Show("/tft?minPoints=300");
        Assert.Equal("LP are compared among Master and above alone.", Field(page, "LP at match time, from 300").QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("These filters cannot be counted", page.Find("section.main").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody"));
        Button(page, "Reset filters").Click();
        Assert.EndsWith("/tft", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_store_does_not_answer_there_is_a_way_to_try_again()
    {
        Reply(new TftReply.Failed("ClickHouse at stats.lan did not answer."));
        var page = Show("/tft");
        Assert.Equal("The matches could not be counted", page.Find("article.danger h2").TextContent);
        Assert.Contains("ClickHouse at stats.lan did not answer.", page.Find("article.danger").TextContent, StringComparison.Ordinal);
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        Button(page, "Try again").Click();
        page.WaitForAssertion(() => Assert.Equal(3, Names(page).Count()));
    }

    [Fact]
    public void That_too_much_is_asked_at_once_is_told_calmly_and_can_be_tried_again()
    {
        Reply(new TftReply.Failed("Too many questions are being counted.") { RetryAfter = TimeSpan.FromSeconds(5) });
        var page = Show("/tft");
        Assert.Contains("Too many questions are being counted.", page.Find("article.st").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".danger, [role=alert]"));
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        Button(page, "Try again").Click();
        page.WaitForAssertion(() => Assert.Equal(3, Names(page).Count()));
        Reply(new TftReply.Failed("Too many questions are being counted.") { RetryAfter = TimeSpan.FromSeconds(5) });
        Navigation.NavigateTo("/tft?minLevel=8");
        page.WaitForAssertion(() => Assert.Contains("Shown is what was counted before.", page.Find(".note[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".danger"));
    }

    [Fact]
    public void What_was_counted_before_stays_when_the_store_stops_answering()
    {
        var page = Show("/tft");
        Reply(new TftReply.Failed("The file is busy."));
        Navigation.NavigateTo("/tft?minLevel=8");
        page.WaitForAssertion(() => Assert.Contains("The file is busy. Shown is what was counted before.", page.Find(".note.danger").TextContent, StringComparison.Ordinal));
        Assert.Equal(3, Names(page).Count());
    }

    [Fact]
    public void A_database_that_fails_is_told()
    {
        ChoicesAsync = () => throw new Microsoft.Data.Sqlite.SqliteException("locked", 5);
        Assert.Contains("The database did not answer", Show("/tft").Find("article.danger").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_other_matches_are_there_the_filters_stay_at_hand()
    {
        Reply(new TftReply.Empty("No match that is counted fits: asked was for patch 99.1."));
        var page = Show("/tft?patches=99.1");
        Assert.Contains("asked was for patch 99.1", page.Find("section.main .none").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("#tft-filters select"));
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        Button(page, "Reset filters").Click();
        page.WaitForAssertion(() => Assert.Equal(3, Names(page).Count()));
    }

    [Fact]
    public void Filters_that_no_game_fits_can_be_taken_back()
    {
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow())));
        var page = Show("/tft?minLevel=9");
        Assert.Equal("No game fits", page.Find("section.main h3").TextContent);
        Assert.Empty(page.FindAll("aside"));
    }

    [Fact]
    public void Notes_of_the_answer_and_nonsense_in_the_address_are_told()
    {
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question)) with { Notes = ["40 matches have no patch."] }));
        var page = Show("/tft?set=x");
        Assert.Contains("set: \"x\" is no whole number.", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("40 matches have no patch.", page.Find(".note:not(.warn)").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_orders_the_rows_and_the_address_follows()
    {
        var page = Show("/tft");
        Assert.Equal("ascending", Head(page, "Average place").GetAttribute("aria-sort"));
        Head(page, "Games").QuerySelector("button")!.Click();
        Assert.Equal(["Ahri", "Jinx", "Vi"], Names(page));
        Assert.Equal("descending", Head(page, "Games").GetAttribute("aria-sort"));
        Assert.Equal("-games", page.Find("mnm-address[name=sort]").GetAttribute("value"));
    }

    [Fact]
    public void The_order_of_an_address_is_kept()
    {
        var page = Show("/tft?sort=-games");
        Assert.Equal(["Ahri", "Jinx", "Vi"], Names(page));
        Assert.Equal("descending", Head(page, "Games").GetAttribute("aria-sort"));
    }

    [Fact]
    public void The_first_row_is_looked_at_until_another_one_is_chosen()
    {
        var page = Show("/tft");
        Assert.Equal("Jinx", page.Find("aside h2").TextContent);
        page.FindAll("tbody tr")[1].Click();
        Assert.Equal("Ahri", page.Find("aside h2").TextContent);
        Assert.Equal("TFT18_Ahri", page.Find("mnm-address[name=row]").GetAttribute("value"));
        Assert.Equal("true", page.FindAll("tbody tr button")[1].GetAttribute("aria-pressed"));
        Assert.Equal(["4.02", "60.0 %", "−0.09"], page.FindAll("aside .kpis dd").Select(figure => figure.TextContent));
        Assert.Equal("/tft/unit/TFT18_Ahri", page.Find("aside header a").GetAttribute("href"));
    }

    [Fact]
    public void Beside_the_table_stand_the_items_of_the_unit_by_what_they_make_better()
    {
        var page = Show("/tft?minStar=2&with=TFT_Item_Blade&tiers=challenger");
        page.WaitForAssertion(() => Assert.Equal(["Blade", "Shard"], page.FindAll("aside li a .clip").Select(name => name.TextContent)));
        Assert.Equal(["−0.44", "+0.34"], page.FindAll("aside li a .num").Select(delta => delta.TextContent));
        Assert.Equal("95 % interval −0.54 to −0.34", page.Find("aside li svg").GetAttribute("aria-label"));
        var beside = Asked[^1];
        Assert.Equal((TftSubject.Items, "TFT18_Jinx", 2, TftTier.Challenger), (beside.Subject, beside.Unit, beside.MinStar, beside.Tiers.Single()));
        Assert.Empty(beside.With);
    }

    [Theory]
    [InlineData("items", 2)]
    [InlineData("builds", 2)]
    [InlineData("traits", null)]
    [InlineData("comps", null)]
    public void Beside_the_table_stars_are_asked_for_of_the_unit_that_a_row_tells_of_alone(string show, int? star)
    {
        var page = Show($"/tft?show={show}&minStar=2&maxStar=3");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("aside li")));
        Assert.Equal((star, star is null ? null : 3), (Asked[^1].MinStar, Asked[^1].MaxStar));
    }

    [Fact]
    public void The_dashed_line_is_the_share_of_each_place_among_all_boards_of_the_sample()
    {
        var page = Show("/tft");
        Assert.Single(Dashes(page).Distinct());
        Assert.Contains("dashed: all boards)", page.Find("aside").TextContent, StringComparison.Ordinal);

        // The ladder's players come in first more often than eighth.
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question)) with { Places = [240, 200, 150, 130, 100, 80, 60, 40] }));
        Navigation.NavigateTo("/tft?tiers=challenger&ladderPlayersOnly=true");
        page.WaitForAssertion(() => Assert.Contains("dashed: all boards of these players)", page.Find("aside").TextContent, StringComparison.Ordinal));
        var heights = Dashes(page).Select(y => double.Parse(y, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(heights.Order(), heights);
        Assert.Equal(8, heights.Distinct().Count());
    }

    [Fact]
    public void A_list_that_could_not_be_counted_is_tried_again_by_itself()
    {
        Answers = question => Task.FromResult<TftReply>(question.Subject == TftSubject.Items ? new TftReply.Failed("The store is busy.") : new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        var page = Show("/tft");
        Assert.Contains("The store is busy.", page.Find("aside").TextContent, StringComparison.Ordinal);
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        Button(page, "Try again").Click();
        page.WaitForAssertion(() => Assert.Equal(["Blade", "Shard"], page.FindAll("aside li a .clip").Select(name => name.TextContent)));
    }

    [Theory]
    [InlineData("items", "Blade", "Blade on units", TftSubject.Units)]
    [InlineData("builds", "Jinx with Blade, Shard", "Items on Jinx", TftSubject.Items)]
    [InlineData("traits", "Bastion 2", "Units with Bastion 2", TftSubject.Units)]
    [InlineData("comps", "Bastion, Mage: Jinx", "Items on Jinx", TftSubject.Items)]
    public void Each_tab_has_rows_of_its_own_and_a_list_beside_them(string tab, string first, string beside, TftSubject asked)
    {
        var page = Show($"/tft?show={tab}");
        Assert.Equal(first, Names(page).First());
        Assert.Equal(beside, page.FindAll("aside h2")[1].TextContent);
        Assert.Equal(asked, Asked[^1].Subject);
        Assert.Equal("page", Bar.FindAll("nav.tabs a").Single(link => link.TextContent.Equals(tab, StringComparison.OrdinalIgnoreCase)).GetAttribute("aria-current"));
    }

    [Fact]
    public void Tabs_and_the_table_for_a_spreadsheet_keep_the_filters()
    {
        var page = Show("/tft?minLevel=8&sort=-games");
        Assert.Equal("/tft?minLevel=8&show=traits&sort=-games", Bar.FindAll("nav.tabs a")[3].GetAttribute("href"));
        Assert.StartsWith("/api/tft/analytics/units?minLevel=8", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_rows_a_hundred_are_drawn_and_more_when_they_are_asked_for()
    {
        var rows = Enumerable.Range(0, 230).Select(n => Rows.Row(new($"U_X{n}", [], [], null), 1000 - n, 4, 0)).ToArray();
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), question.Subject == TftSubject.Units ? rows : Rows.Of(question))));
        var page = Show("/tft");
        Assert.Equal(100, Names(page).Count());
        Button(page, "Show 100 more").Click();
        Button(page, "Show 30 more").Click();
        Assert.Equal(230, Names(page).Count());
    }

    private static IEnumerable<string> Dashes(IRenderedComponent<ExplorerPage> page) => page.FindAll("aside line.usual").Select(line => line.GetAttribute("y1")!);

    private static IElement Head(IRenderedComponent<ExplorerPage> page, string name) => page.FindAll("thead th").Single(head => head.TextContent.Trim() == name);

    private static IElement Field(IRenderedComponent<ExplorerPage> page, string legend) => page.FindAll("fieldset").Single(field => field.QuerySelector("legend")!.TextContent == legend);

    private static IElement Button(IRenderedComponent<ExplorerPage> page, string words) => page.FindAll("button").First(button => button.TextContent.Contains(words, StringComparison.Ordinal));

    private static IEnumerable<string> Names(IRenderedComponent<ExplorerPage> page) => page.FindAll("tbody th .mid-w").Select(name => name.TextContent);

    private IRenderedComponent<ExplorerPage> Show(string address) => Show<ExplorerPage>(address);
}
