using AngleSharp.Dom;
using Bunit;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>Each filter becomes a part of the address, and the page follows the address.</summary>
public sealed class ExplorerFiltersTests : ExplorerWorld
{
    [Fact]
    public async Task Each_choice_goes_into_the_address_and_is_asked_for()
    {
        var page = Show();
        await ChangeAsync(page, "select[aria-label=Patch]", "18.1", "/tft?patches=18.1");
        await ChangeAsync(page, "input[aria-label='LP, at least']", "500", "/tft?patches=18.1&minPoints=500");
        await ChangeAsync(page, "input[aria-label='Board level, at least']", "8", "/tft?patches=18.1&minPoints=500&minLevel=8");
        await ChangeAsync(page, "input[aria-label='Games, at least']", "250", "/tft?patches=18.1&minPoints=500&minLevel=8&minGames=250");
        await ChangeAsync(page, "input[aria-label='Games, at least']", "", "/tft?patches=18.1&minPoints=500&minLevel=8");
        await ChangeAsync(page, "input[aria-label=From]", "2026-11-01", "/tft?patches=18.1&from=2026-11-01&minPoints=500&minLevel=8");
        Assert.Equal((500, 8, new DateOnly(2026, 11, 1)), (Asked[^2].MinPoints!.Value, Asked[^2].MinLevel!.Value, Asked[^2].From!.Value));
        await Button(page, "Reset").ClickAsync(new());
        Assert.EndsWith("/tft", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiers_tell_how_many_matches_they_have_and_are_chosen_together()
    {
        var page = Show();
        var field = Field(page, "Tier at match time");
        Assert.Equal(["Challenger600", "Grandmasternone", "Master400"], field.QuerySelectorAll("label").Select(label => label.TextContent.Trim()));
        await field.QuerySelectorAll("input")[0].ChangeAsync(new() { Value = true });
        await Field(page, "Tier at match time").QuerySelectorAll("input")[2].ChangeAsync(new() { Value = true });
        Assert.EndsWith("/tft?tiers=master,challenger", Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);
        await Field(page, "Tier at match time").QuerySelectorAll("input")[0].ChangeAsync(new() { Value = false });
        Assert.EndsWith("/tft?tiers=master", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_eight_or_the_players_of_the_ladder_alone()
    {
        var page = Show();
        await Button(page, "these players").ClickAsync(new());
        Assert.EndsWith("?ladderPlayersOnly=true", Navigation.Uri, StringComparison.Ordinal);
        Assert.True(Asked.Last(question => question.Subject == TftSubject.Units).LadderPlayersOnly);
        await Button(page, "all eight").ClickAsync(new());
        Assert.EndsWith("/tft", Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "?minStar=2&maxStar=2")]
    [InlineData("2+", "?minStar=2")]
    public async Task Stars_are_exact_or_the_least(string word, string query)
    {
        var page = Show();
        await Field(page, "Stars").QuerySelectorAll("button").Single(button => button.TextContent == word).ClickAsync(new());
        Assert.EndsWith(query, Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("true", Field(page, "Stars").QuerySelectorAll("button").Single(button => button.TextContent == word).GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task Items_are_found_by_name_and_taken_back_one_by_one()
    {
        var page = Show();
        await ChangeAsync(page, "input[placeholder='with …']", "blade", "/tft?with=TFT_Item_Blade");
        await ChangeAsync(page, "input[placeholder='with …']", "Bla", "/tft?with=TFT_Item_Blade,TFT_Item_Blade");
        await ChangeAsync(page, "input[placeholder='without …']", "TFT_Item_Shard", "/tft?with=TFT_Item_Blade,TFT_Item_Blade&without=TFT_Item_Shard");
        await Button(page, "exactly").ClickAsync(new());
        Assert.EndsWith("/tft?exactly=TFT_Item_Blade,TFT_Item_Blade", Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);
        await page.Find("button[aria-label='Take Blade away']").ClickAsync(new());
        await page.Find("button[aria-label='Take Blade away']").ClickAsync(new());
        Assert.EndsWith("/tft?exactly=none", Navigation.Uri, StringComparison.Ordinal);
        Assert.Contains("Units without items.", page.Markup, StringComparison.Ordinal);
        await Button(page, "at least").ClickAsync(new());
        Assert.EndsWith("/tft", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_told_at_its_field()
    {
        var page = Show();
        await page.Find("input[placeholder='any unit']").ChangeAsync(new() { Value = "Nobody" });
        Assert.Contains("Nothing in the stored matches is called “Nobody”.", Field(page, "Unit").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/tft", Navigation.Uri, StringComparison.Ordinal);
        await ChangeAsync(page, "input[placeholder='any unit']", "jinx", "/tft?unit=TFT18_Jinx");
    }

    [Fact]
    public void What_two_are_called_has_its_id_beside_it()
    {
        NamedThing[] two = [new(ThingKind.Unit, "TFT17_Jinx", "Jinx", ""), new(ThingKind.Unit, "DA_Jinx", "Jinx", ""), new(ThingKind.Unit, "DA_Ahri", "Ahri", "")];
        Assert.Equal(["Ahri", "Jinx (DA_Jinx)", "Jinx (TFT17_Jinx)"], TftPicks.Things(two).Select(pick => pick.Text));
    }

    [Fact]
    public async Task A_trait_has_a_step_and_a_queue_another_name_than_its_number()
    {
        var page = Show();
        await ChangeAsync(page, "input[placeholder='any trait']", "Mage", "/tft?trait=TFT18_Mage");
        await page.Find("[aria-label='Least step of the trait'] button:last-child").ClickAsync(new());
        Assert.EndsWith("/tft?trait=TFT18_Mage&minTraitTier=4", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(["Ranked900", "Double Up100"], Field(page, "Queue").QuerySelectorAll("label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public void The_filters_are_a_sheet_that_tells_how_many_are_set()
    {
        var page = Show("/tft?minLevel=8&maxLevel=9&tiers=master");
        Assert.Equal("Filters · 2", page.Find("button[popovertarget=tft-filters].open").TextContent);
        Assert.NotNull(page.Find("#tft-filters[popover]"));
    }

    private async Task ChangeAsync(IRenderedComponent<ExplorerPage> page, string field, string value, string address)
    {
        await page.Find(field).ChangeAsync(new() { Value = value });
        Assert.EndsWith(address, Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);
    }

    private static IElement Field(IRenderedComponent<ExplorerPage> page, string legend) => page.FindAll("fieldset").Single(field => field.QuerySelector("legend")!.TextContent == legend);

    private static IElement Button(IRenderedComponent<ExplorerPage> page, string words) => page.FindAll("button").First(button => button.TextContent.Trim() == words);

    private IRenderedComponent<ExplorerPage> Show(string address = "/tft") => Show<ExplorerPage>(address);
}
