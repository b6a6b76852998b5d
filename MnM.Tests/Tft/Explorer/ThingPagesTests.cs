using Bunit;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>What the pages of a unit, an item and a trait show in each state they may be in.</summary>
public sealed class ThingPagesTests : ExplorerWorld
{
    [Fact]
    public void A_unit_has_its_figures_stars_builds_items_and_traits()
    {
        var page = ShowUnit("?tiers=challenger");
        Assert.Equal(["3.55", "60.0 %", "−0.38"], page.FindAll(".head .kpis dd").Select(figure => figure.TextContent));
        Assert.Equal(["★", "★★", "★★★", "★★★★"], page.FindAll("[aria-label=Stars] tbody th").Select(star => star.TextContent));
        Assert.Equal(["Jinx with Blade, Shard"], Names(page, "Builds"));
        Assert.Equal(["Blade", "Shard", "Few"], Names(page, "Items"));
        Assert.Equal(["Bastion 2", "Mage 1", "Bastion 1"], Names(page, "Traits it plays with"));
        Assert.Equal("/tft/item/TFT_Item_Blade?tiers=challenger", page.Find("[aria-label=Items] tbody a").GetAttribute("href"));
        Assert.All(Asked, question => Assert.Equal("TFT18_Jinx", question.Unit));
        Assert.Equal([TftSubject.Units, TftSubject.Units, TftSubject.Units, TftSubject.Units, TftSubject.Units, TftSubject.Builds, TftSubject.Items, TftSubject.Traits], Asked.Select(question => question.Subject));
        Assert.Equal([null, 1, 2, 3, 4], Asked.Take(5).Select(question => question.MinStar));
    }

    [Fact]
    public void Two_patches_stand_beside_each_other_with_what_chance_can_explain()
    {
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(
            question, Clock.GetUtcNow(), question.Patches is ["18.1"] ? [Rows.Row(new("TFT18_Jinx", [], [], null), 700, 4.1, -.1)] : Rows.Of(question))));
        var page = ShowUnit("?against=18.1");
        Assert.Equal(["18.2", "18.1"], page.FindAll("[aria-label='Two patches'] tbody th").Select(patch => patch.TextContent));
        Assert.Contains("Average place −0.55", page.Find("[aria-label='Two patches'] p").TextContent, StringComparison.Ordinal);
        page.FindAll(".pick select")[1].Change("");
        Assert.EndsWith("/tft/unit/TFT18_Jinx", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label='Two patches']"));
    }

    [Fact]
    public void Filters_of_the_explorer_come_along_and_can_be_taken_away()
    {
        var page = ShowUnit("?tiers=challenger&minLevel=8&unit=X&with=TFT_Item_Blade");
        Assert.Equal(["Tier Challenger", "Level 8 and more"], page.FindAll("a.pick").Select(pick => pick.TextContent));
        Assert.Equal("/tft/unit/TFT18_Jinx?minLevel=8", page.Find("a.pick").GetAttribute("href"));
        Assert.Empty(Asked[0].With);
    }

    [Fact]
    public void Another_unit_on_the_same_page_is_read_anew()
    {
        var page = ShowUnit("");
        Navigation.NavigateTo("/tft/unit/TFT18_Vi");
        page.Render(parameters => parameters.Add(one => one.Id, "TFT18_Vi"));
        page.WaitForAssertion(() => Assert.Contains("Not enough data: 12 games, the filter asks for 100", page.Find(".head").TextContent, StringComparison.Ordinal));
        Assert.Equal("TFT18_Vi", Asked[^1].Unit);
    }

    [Fact]
    public void A_unit_that_no_match_has_keeps_its_page()
    {
        var page = Show<UnitPage>("/tft/unit/TFT18_Nobody", parameters => parameters.Add(one => one.Id, "TFT18_Nobody"));
        Assert.Contains("No game fits.", page.Find(".head").TextContent, StringComparison.Ordinal);
        Assert.Contains("TFT18_Nobody", page.Find(".head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_tells_which_units_carry_it_and_what_that_changes()
    {
        var page = Show<ItemPage>("/tft/item/TFT_Item_Blade?minGames=50", parameters => parameters.Add(one => one.Id, "TFT_Item_Blade"));
        Assert.Equal(["3.80", "60.0 %", "−0.44"], page.FindAll(".head .kpis dd").Select(figure => figure.TextContent));
        Assert.Equal(["Jinx", "Ahri", "Vi"], Names(page, "Units that carry it"));
        Assert.Equal(("TFT_Item_Blade", 50), (Asked[^1].With.Single(), Asked[^1].MinGames));
        Assert.Equal("/tft/unit/TFT18_Jinx?minGames=50", page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public void A_trait_has_a_row_for_each_step_and_the_units_on_its_boards()
    {
        var page = Show<TraitPage>("/tft/trait/TFT18_Bastion", parameters => parameters.Add(one => one.Id, "TFT18_Bastion"));
        Assert.Equal(["Bastion 2", "Bastion 1"], Names(page, "Steps"));
        Assert.Equal(["Jinx", "Ahri", "Vi"], Names(page, "Units on these boards"));
        Assert.Equal("/tft?trait=TFT18_Bastion&minTraitTier=2", page.Find("[aria-label=Steps] tbody a").GetAttribute("href"));
        Assert.Equal((null, "TFT18_Bastion"), (Asked[0].Trait, Asked[^1].Trait));
    }

    [Fact]
    public void A_table_is_ordered_by_its_heads()
    {
        var page = ShowUnit("");
        page.FindAll("[aria-label=Items] thead button")[1].Click();
        Assert.Equal(["Shard", "Blade", "Few"], Names(page, "Items"));
    }

    [Fact]
    public void While_it_counts_the_places_are_held()
    {
        var waiting = new TaskCompletionSource<TftReply>();
        Answers = _ => waiting.Task;
        ChoicesAsync = () => Task.FromResult(Rows.NoChoices);
        var page = ShowUnit("");
        Assert.Equal("Counting the stored matches", page.Find("[role=status]").TextContent);
        waiting.SetResult(new TftReply.Empty("No match is stored yet."));
        page.WaitForAssertion(() => Assert.Equal("/tft/crawler", page.Find("article.st a").GetAttribute("href")));
    }

    [Fact]
    public void Filters_that_cannot_be_counted_can_be_reset()
    {
        Reply(new TftReply.Refused([("Patches", "No match of 99.1 is stored.")]));
        var page = ShowUnit("?patches=99.1");
        Assert.Contains("No match of 99.1 is stored.", page.Find("article.st").TextContent, StringComparison.Ordinal);
        Assert.Equal("/tft/unit/TFT18_Jinx", page.Find("article.st a").GetAttribute("href"));
    }

    [Fact]
    public void A_store_that_fails_half_way_is_told_and_tried_again()
    {
        Answers = question => Task.FromResult<TftReply>(
            question.Subject == TftSubject.Items ? new TftReply.Failed("The file is busy.") : new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        var page = ShowUnit("");
        Assert.Contains("The file is busy.", page.Find(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Names(page, "Builds"));
        Assert.Equal("Not counted.", page.Find("[aria-label='Traits it plays with'] p").TextContent);
        Assert.Empty(page.FindAll(".sk"));
        Answers = question => Task.FromResult<TftReply>(new TftReply.Answered(Rows.Answer(question, Clock.GetUtcNow(), Rows.Of(question))));
        page.Find(".note.danger button").Click();
        page.WaitForAssertion(() => Assert.Equal(3, Names(page, "Items").Count()));
        Assert.Empty(page.FindAll(".note.danger"));
    }

    [Fact]
    public void A_store_that_does_not_answer_is_told()
    {
        Reply(new TftReply.Failed("The file is busy."));
        Assert.Equal("The matches could not be counted", ShowUnit("").Find("article.danger h2").TextContent);
    }

    private static IEnumerable<string> Names<TPage>(IRenderedComponent<TPage> page, string panel)
        where TPage : Microsoft.AspNetCore.Components.IComponent => page.FindAll($"[aria-label='{panel}'] tbody th .mid-w").Select(name => name.TextContent);

    private IRenderedComponent<UnitPage> ShowUnit(string query) => Show<UnitPage>($"/tft/unit/TFT18_Jinx{query}", parameters => parameters.Add(one => one.Id, "TFT18_Jinx"));
}
