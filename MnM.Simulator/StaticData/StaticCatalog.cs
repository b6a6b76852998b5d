using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MnM.Simulator.StaticData;

/// <summary>What the simulated world knows of champions, items, spells and runes.</summary>
public static class StaticCatalog
{
    /// <summary>The newest version that the simulated Data Dragon offers.</summary>
    public static string Version => "16.18.1";

    public static ImmutableArray<Champion> Champions { get; } = [.. ChampionsAToF.All, .. ChampionsGToM.All, .. ChampionsNToZ.All];

    public static ImmutableArray<Item> Items { get; } = [.. ItemTable.Build([.. BasicItems.All, .. LegendaryItems.All])];

    public static ImmutableArray<SummonerSpell> Spells { get; } =
    [
        new(1, "SummonerBoost", "Cleanse"),
        new(3, "SummonerExhaust", "Exhaust"),
        new(4, "SummonerFlash", "Flash"),
        new(6, "SummonerHaste", "Ghost"),
        new(7, "SummonerHeal", "Heal"),
        new(11, "SummonerSmite", "Smite"),
        new(12, "SummonerTeleport", "Teleport"),
        new(13, "SummonerMana", "Clarity"),
        new(14, "SummonerDot", "Ignite"),
        new(21, "SummonerBarrier", "Barrier"),
        new(30, "SummonerPoroRecall", "To the King!"),
        new(31, "SummonerPoroThrow", "Poro Toss"),
        new(32, "SummonerSnowball", "Mark"),
        new(39, "SummonerSnowURFSnowball_Mark", "Mark"),
        new(54, "Summoner_UltBookPlaceholder", "Placeholder"),
        new(55, "Summoner_UltBookSmitePlaceholder", "Placeholder and Attack-Smite"),
        new(2201, "SummonerCherryHold", "Flee"),
        new(2202, "SummonerCherryFlash", "Flash"),
    ];

    public static ImmutableArray<RuneTree> RuneTrees => RuneTable.Trees;

    private static readonly FrozenDictionary<int, Champion> ChampionsById = Champions.ToFrozenDictionary(champion => champion.Id);
    private static readonly FrozenDictionary<int, Item> ItemsById = Items.ToFrozenDictionary(item => item.Id);
    private static readonly FrozenDictionary<int, SummonerSpell> SpellsById = Spells.ToFrozenDictionary(spell => spell.Id);
    private static readonly FrozenDictionary<int, Rune> RunesById = RuneTrees.SelectMany(tree => tree.Runes).ToFrozenDictionary(rune => rune.Id);
    private static readonly FrozenDictionary<int, RuneTree> TreesById = RuneTrees.ToFrozenDictionary(tree => tree.Id);

    public static Champion? FindChampion(int id) => ChampionsById.GetValueOrDefault(id);

    public static Item? FindItem(int id) => ItemsById.GetValueOrDefault(id);

    public static SummonerSpell? FindSpell(int id) => SpellsById.GetValueOrDefault(id);

    public static Rune? FindRune(int id) => RunesById.GetValueOrDefault(id);

    public static RuneTree? FindRuneTree(int id) => TreesById.GetValueOrDefault(id);
}
