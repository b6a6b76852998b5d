using MnM.Simulator.StaticData;

namespace MnM.Tests.Simulator.StaticData;

public sealed class StaticCatalogTests
{
    [Fact]
    public void Ids_are_unique_and_found_again()
    {
        Assert.Equal(StaticCatalog.Champions.Length, StaticCatalog.Champions.Select(champion => champion.Id).Distinct().Count());
        Assert.Equal(StaticCatalog.Champions.Length, StaticCatalog.Champions.Select(champion => champion.Alias).Distinct().Count());
        Assert.All(StaticCatalog.Champions, champion => Assert.Same(champion, StaticCatalog.FindChampion(champion.Id)));
        Assert.All(StaticCatalog.Items, item => Assert.Same(item, StaticCatalog.FindItem(item.Id)));
        Assert.All(StaticCatalog.Spells, spell => Assert.Same(spell, StaticCatalog.FindSpell(spell.Id)));
        Assert.All(StaticCatalog.RuneTrees, tree => Assert.Same(tree, StaticCatalog.FindRuneTree(tree.Id)));
        Assert.All(StaticCatalog.RuneTrees.SelectMany(tree => tree.Runes), rune => Assert.Same(rune, StaticCatalog.FindRune(rune.Id)));
        Assert.Null(StaticCatalog.FindChampion(-1));
    }

    [Theory]
    [InlineData(62, "MonkeyKing", "Wukong")]
    [InlineData(9, "Fiddlesticks", "Fiddlesticks")]
    [InlineData(20, "Nunu", "Nunu & Willump")]
    [InlineData(888, "Renata", "Renata Glasc")]
    public void Aliases_differ_from_names_where_Riots_do(int id, string alias, string name)
    {
        var champion = StaticCatalog.FindChampion(id)!;
        Assert.Equal((alias, name), (champion.Alias, champion.Name));
    }

    [Fact]
    public void The_roster_is_whole_and_every_champion_has_five_abilities()
    {
        Assert.InRange(StaticCatalog.Champions.Length, 170, 200);
        Assert.All(StaticCatalog.Champions, champion => Assert.Equal(5, champion.Abilities.Count(name => name.Length > 0)));
    }

    [Fact]
    public void Recipes_refer_to_known_items_and_combining_costs_something_or_nothing_but_never_less()
    {
        Assert.All(StaticCatalog.Items, item =>
        {
            Assert.All(item.From, id => Assert.NotNull(StaticCatalog.FindItem(id)));
            Assert.Equal(item.Total, item.Combine + item.From.Sum(id => StaticCatalog.FindItem(id)!.Total));
            Assert.True(item.Combine >= 0, item.Name);
        });
    }

    [Fact]
    public void A_rune_tree_is_a_row_of_keystones_and_three_rows_of_three()
    {
        Assert.Equal(5, StaticCatalog.RuneTrees.Length);
        Assert.All(StaticCatalog.RuneTrees, tree =>
        {
            Assert.InRange(tree.Runes.Count(rune => rune.Keystone), 3, 4);
            Assert.Equal(9, tree.Runes.Count(rune => !rune.Keystone));
        });
    }

    [Fact]
    public void Classes_are_told_of_champions_that_exist()
    {
        var aliases = StaticCatalog.Champions.Select(champion => champion.Alias).ToHashSet();
        Assert.All(ChampionClasses.KnownAliases, alias => Assert.Contains(alias, aliases));
    }
}
