using System.Collections.Concurrent;
using System.Globalization;
using MnM.Simulator.StaticData.Drawing;

namespace MnM.Simulator.StaticData;

/// <summary>Finds what a picture's address means and draws it once; <c>null</c> for an address that names nothing.</summary>
internal sealed class Pictures
{
    private const int ProfileIcons = 30;

    private static readonly Dictionary<string, (Glyph Glyph, double Hue)> SpellLooks = new()
    {
        ["SummonerBoost"] = (Glyph.Drop, 180),
        ["SummonerExhaust"] = (Glyph.Hourglass, 60),
        ["SummonerFlash"] = (Glyph.Bolt, 95),
        ["SummonerHaste"] = (Glyph.Wing, 215),
        ["SummonerHeal"] = (Glyph.Cross, 148),
        ["SummonerSmite"] = (Glyph.Paw, 262),
        ["SummonerTeleport"] = (Glyph.Spiral, 300),
        ["SummonerMana"] = (Glyph.Drop, 245),
        ["SummonerDot"] = (Glyph.Flame, 32),
        ["SummonerBarrier"] = (Glyph.Shield, 80),
        ["SummonerCherryFlash"] = (Glyph.Bolt, 95),
    };

    private static readonly Glyph[] Minor =
        [Glyph.Leaf, Glyph.Drop, Glyph.Eye, Glyph.Wing, Glyph.Sword, Glyph.Heart, Glyph.Moon,
        Glyph.Hourglass, Glyph.Flame, Glyph.Mountain, Glyph.Boot, Glyph.Crown];

    private static readonly Dictionary<string, Func<byte[]>> Perks = RunePictures()
        .Concat(RuneIcons.Shards.Select(path => (path, Draw: (Func<byte[]>)(() => Tile.Round(Minor[path.Length % Minor.Length], 75, great: false)))))
        .ToDictionary(entry => entry.Item1, entry => entry.Item2);

    private static readonly Dictionary<string, Champion> Champions = StaticCatalog.Champions.ToDictionary(champion => champion.Alias);

    private static readonly Dictionary<string, Func<byte[]>> Tactics = TacticsPictures().ToDictionary(picture => picture.File, picture => picture.Draw);

    private readonly ConcurrentDictionary<string, byte[]?> _drawn = new();

    /// <summary>A picture that belongs to a version: kind is "champion", "item", "spell", "profileicon", or one of Teamfight Tactics.</summary>
    public byte[]? Versioned(string kind, string file) =>
        _drawn.GetOrAdd($"{kind}/{file}", _ => file.EndsWith(".png", StringComparison.Ordinal) ? Draw(kind, file[..^4]) : null);

    /// <summary>A picture of a rune; path as Data Dragon's "icon" has it.</summary>
    public byte[]? Rune(string path) => Perks.TryGetValue(path, out var draw) ? _drawn.GetOrAdd(path, _ => draw()) : null;

    private static byte[]? Draw(string kind, string name)
    {
        var number = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        return kind switch
        {
            "champion" when Champions.TryGetValue(name, out var champion) => Tile.Champion(champion.Name, Trade(champion)),
            "item" when StaticCatalog.FindItem(number) is { } item => Tile.Square(ItemKinds.Of(item), ItemKinds.Hue(item), ItemKinds.Second(item)),
            "spell" when StaticCatalog.Spells.FirstOrDefault(spell => spell.Alias == name) is { } spell => Spell(spell),
            "profileicon" when number is >= 0 and < ProfileIcons => Tile.Portrait((Glyph)(number * 7 % Enum.GetValues<Glyph>().Length), number * 137.5 % 360),
            _ => Tactics.GetValueOrDefault($"{kind}/{name}.png")?.Invoke(),
        };
    }

    private static byte[] Spell(SummonerSpell spell)
    {
        var (glyph, hue) = SpellLooks.GetValueOrDefault(spell.Alias, (Glyph.Star, 220));
        return Tile.Square(glyph, hue);
    }

    private static Glyph Trade(Champion champion) => ChampionClasses.Of(champion.Alias) switch
    {
        "Assassin" => Glyph.Dagger,
        "Fighter" => Glyph.Sword,
        "Marksman" => Glyph.Bow,
        "Support" => Glyph.Heart,
        "Tank" => Glyph.Shield,
        _ => Glyph.Orb,
    };

    private static IEnumerable<(string File, Func<byte[]> Draw)> TacticsPictures() =>
    [
        .. DataDragonTactics.AllUnits.Select(one => ($"tft-champion/{DataDragonTactics.File(one)}", (Func<byte[]>)(() => Tile.Champion(one.Unit.Text, Trade(Champions[one.Unit.Name]))))),
        .. TacticsItem.All.Select((item, place) => ($"tft-item/{item.Id}.png", (Func<byte[]>)(() => Tile.Square(item.Glyph, place * 137.5 % 360)))),
        .. DataDragonTactics.AllTraits.Select(one => ($"tft-trait/{DataDragonTactics.File(one)}", (Func<byte[]>)(() => Tile.Round(TraitGlyph(one.Trait), Tile.Hue(one.Trait), great: false)))),
    ];

    private static Glyph TraitGlyph(string trait) => trait switch
    {
        "Arcanist" => Glyph.Staff,
        "Bastion" => Glyph.Shield,
        "Blade" => Glyph.Sword,
        "Bruiser" => Glyph.Heart,
        "Gunner" => Glyph.Bow,
        "Outcast" => Glyph.Moon,
        "Rascal" => Glyph.Paw,
        "Tide" => Glyph.Drop,
        _ => Glyph.Star,
    };

    private static IEnumerable<(string, Func<byte[]>)> RunePictures()
    {
        foreach (var tree in StaticCatalog.RuneTrees)
        {
            var (glyph, hue) = tree.Id switch
            {
                8000 => (Glyph.Sword, 85.0),
                8100 => (Glyph.Dagger, 18.0),
                8200 => (Glyph.Star, 285.0),
                8300 => (Glyph.Spiral, 205.0),
                _ => (Glyph.Mountain, 148.0),
            };
            yield return (RuneIcons.Of(tree), () => Tile.Round(glyph, hue, great: false));
            foreach (var (rune, place) in tree.Runes.Select((rune, place) => (rune, place)))
            {
                var drawn = rune.Keystone ? Keystone(rune.Id, glyph) : Minor[(place + tree.Id / 100) % Minor.Length];
                yield return (RuneIcons.Of(tree, rune), () => Tile.Round(drawn, hue, rune.Keystone));
            }
        }
    }

    private static Glyph Keystone(int id, Glyph otherwise) => id switch
    {
        8112 => Glyph.Bolt,
        8128 or 8437 => Glyph.Flame,
        9923 or 8008 => Glyph.Bow,
        8021 or 8230 => Glyph.Wing,
        8010 => Glyph.Crown,
        8229 => Glyph.Orb,
        8214 => Glyph.Leaf,
        8351 => Glyph.Moon,
        8369 => Glyph.Compass,
        8465 => Glyph.Shield,
        _ => otherwise,
    };
}
