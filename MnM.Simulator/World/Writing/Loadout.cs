using System.Collections.Immutable;
using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Writing;

/// <summary>Summoner spells and runes of one player.</summary>
internal sealed record Loadout(
    int Spell1, int Spell2, RuneTree Primary, ImmutableArray<Rune> PrimaryRunes, RuneTree Secondary, ImmutableArray<Rune> SecondaryRunes,
    int Offense, int Flex, int Defense)
{
    public static Loadout Choose(Random random, Role role, Archetype archetype)
    {
        var second = random.Pick(SecondSpells(role));
        var flashFirst = random.NextDouble() < 0.4;
        var (treeId, keystones) = Keystones(archetype);
        var primary = StaticCatalog.FindRuneTree(treeId)!;
        var secondary = random.Pick([.. StaticCatalog.RuneTrees.Where(tree => tree.Id != treeId)]);
        var rows = random.Pick<(int First, int Second)>([(0, 1), (0, 2), (1, 2)]);
        return new Loadout(
            flashFirst ? 4 : second, flashFirst ? second : 4,
            primary, [StaticCatalog.FindRune(random.Pick(keystones))!, FromRow(random, primary, 0), FromRow(random, primary, 1), FromRow(random, primary, 2)],
            secondary, [FromRow(random, secondary, rows.First), FromRow(random, secondary, rows.Second)],
            random.Pick([5005, 5008, 5007]), random.Pick([5008, 5010, 5001]), random.Pick([5011, 5013, 5001]));
    }

    private static Rune FromRow(Random random, RuneTree tree, int row) =>
        random.Pick([.. tree.Runes.Where(rune => !rune.Keystone).Skip(3 * row).Take(3)]);

    private static int[] SecondSpells(Role role) => role switch
    {
        Role.Top => [12, 12, 12, 14, 6],
        Role.Jungle => [11],
        Role.Middle => [14, 12, 12, 21],
        Role.Bottom => [21, 7, 7, 1, 6],
        _ => [14, 14, 3, 7],
    };

    private static (int Tree, int[] Keystones) Keystones(Archetype archetype) => archetype switch
    {
        Archetype.Fighter => (8000, [8010, 8010, 8005]),
        Archetype.MagicFighter => (8000, [8010, 8008]),
        Archetype.Tank => (8400, [8437, 8439]),
        Archetype.Assassin => (8100, [8112, 8112, 9923]),
        Archetype.MagicAssassin => (8100, [8112, 8128]),
        Archetype.Mage => (8200, [8214, 8229, 8230]),
        Archetype.Marksman => (8000, [8021, 8008, 8005]),
        Archetype.OnHitMarksman => (8000, [8008, 8005]),
        Archetype.Enchanter => (8200, [8214]),
        Archetype.Guardian => (8400, [8439, 8465]),
        _ => (8200, [8229]),
    };
}
