using MnM.Simulator.StaticData.Drawing;

namespace MnM.Simulator.StaticData;

/// <summary>What an item is for: told for what is bought first, and for the rest by where most of its price comes from.</summary>
internal static class ItemKinds
{
    private static readonly Dictionary<Glyph, (double Hue, string[] Tags)> Looks = new()
    {
        [Glyph.Sword] = (28, ["Damage"]),
        [Glyph.Dagger] = (14, ["CriticalStrike"]),
        [Glyph.Bow] = (52, ["AttackSpeed"]),
        [Glyph.Orb] = (312, ["SpellDamage"]),
        [Glyph.Heart] = (150, ["Health"]),
        [Glyph.Shield] = (205, ["Armor"]),
        [Glyph.Moon] = (265, ["SpellBlock"]),
        [Glyph.Drop] = (238, ["Mana"]),
        [Glyph.Hourglass] = (95, ["AbilityHaste"]),
        [Glyph.Boot] = (72, ["Boots"]),
        [Glyph.Flask] = (12, ["Consumable"]),
        [Glyph.Ward] = (110, ["Vision"]),
        [Glyph.Eye] = (235, ["Vision", "Trinket"]),
        [Glyph.Compass] = (185, ["GoldPer", "Vision"]),
        [Glyph.Paw] = (130, ["Jungle"]),
    };

    private static readonly (Glyph Kind, int[] Ids)[] Told =
    [
        (Glyph.Sword, [1036, 1037, 1038, 1055, 1083, 3042]), (Glyph.Dagger, [1018]), (Glyph.Bow, [1042]), (Glyph.Orb, [1026, 1052, 1056, 1058, 1082, 3040]),
        (Glyph.Heart, [1006, 1028, 3121]), (Glyph.Shield, [1029, 1054]), (Glyph.Moon, [1033]), (Glyph.Drop, [1004, 1027, 3070]), (Glyph.Hourglass, [2022]),
        (Glyph.Boot, [1001, 2422]), (Glyph.Flask, [2003, 2010, 2031, 2138, 2139, 2140]), (Glyph.Ward, [2055, 3340]), (Glyph.Eye, [3363, 3364]),
        (Glyph.Compass, [3865, 3866, 3867]), (Glyph.Paw, [1101, 1102, 1103]),
    ];

    private static readonly Dictionary<int, Glyph> ById =
        Told.SelectMany(row => row.Ids.Select(id => (id, row.Kind))).ToDictionary(row => row.id, row => row.Kind);

    public static Glyph Of(Item item)
    {
        var shares = new Dictionary<Glyph, double>();
        Weigh(item, shares);
        return shares.ContainsKey(Glyph.Boot) ? Glyph.Boot : shares.MaxBy(entry => entry.Value).Key;
    }

    /// <summary>What a finished item is for besides, if it is a real part of the price; it tells items of one kind apart.</summary>
    public static Glyph? Second(Item item)
    {
        var shares = new Dictionary<Glyph, double>();
        Weigh(item, shares);
        if (item.Total < 2000 || shares.Count < 2)
            return null;
        var second = shares.OrderByDescending(entry => entry.Value).ElementAt(1);
        return second.Value >= 0.14 * shares.Values.Sum() ? second.Key : null;
    }

    /// <summary>Items of one kind differ a little in hue.</summary>
    public static double Hue(Item item) => (Looks[Of(item)].Hue + item.Id * 7 % 25 - 12 + 360) % 360;

    public static IEnumerable<string> Tags(Item item)
    {
        var shares = new Dictionary<Glyph, double>();
        Weigh(item, shares);
        return shares.OrderByDescending(entry => entry.Value).SelectMany(entry => Looks[entry.Key].Tags).Distinct();
    }

    private static void Weigh(Item item, Dictionary<Glyph, double> shares)
    {
        if (ById.TryGetValue(item.Id, out var kind))
            shares[kind] = shares.GetValueOrDefault(kind) + item.Total + 1;
        foreach (var part in item.From)
            Weigh(StaticCatalog.FindItem(part)!, shares);
    }
}
