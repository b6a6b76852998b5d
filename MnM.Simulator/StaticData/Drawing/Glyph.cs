namespace MnM.Simulator.StaticData.Drawing;

/// <summary>The drawings that tell kinds of items, spells and runes apart.</summary>
internal enum Glyph
{
    Sword,
    Dagger,
    Bow,
    Shield,
    Heart,
    Boot,
    Drop,
    Flask,
    Orb,
    Staff,
    Star,
    Bolt,
    Eye,
    Ward,
    Flame,
    Leaf,
    Moon,
    Hourglass,
    Compass,
    Wing,
    Spiral,
    Cross,
    Paw,
    Crown,
    Mountain,
}

/// <summary>The strokes of each drawing on a field of 24 by 24.</summary>
internal static class Glyphs
{
    private static readonly Dictionary<Glyph, StrokePath> Paths = new Dictionary<Glyph, string>
    {
        [Glyph.Sword] = "M 8.5 13 L 18 3.5 L 20.5 3.5 L 20.5 6 L 11 15.5 M 6 12 L 12 18 M 8.5 15.5 L 4 20",
        [Glyph.Dagger] = "M 12 3 L 14.4 6.5 L 14.4 14 L 9.6 14 L 9.6 6.5 L 12 3 M 6.5 14 L 17.5 14 M 12 14 L 12 20.5 M 10.6 20.8 L 13.4 20.8",
        [Glyph.Bow] = "M 7 3.5 O 7 12 11.5 8.5 -90 90 M 7 3.5 L 7 20.5 M 3 12 L 21 12 M 17.8 8.8 L 21 12 L 17.8 15.2",
        [Glyph.Shield] = "M 12 3 L 19.5 5.5 L 19.5 11 O 12 11 7.5 10 0 90 O 12 11 7.5 10 90 180 L 4.5 5.5 L 12 3 M 12 7 L 12 17",
        [Glyph.Heart] = "M 12 20 L 4.6 12.4 O 7.9 9 4.6 4.6 132 320 L 12 7.4 O 16.1 9 4.6 4.6 220 408 L 12 20",
        [Glyph.Boot] = "M 8 3.5 L 14 3.5 L 14 12 L 18.5 14 O 18 17.2 3 3.2 -80 0 L 21 20 L 8 20 L 8 3.5 M 8 16.8 L 14 16.8",
        [Glyph.Drop] = "M 12 3 L 17.2 10.6 O 12 14.4 6.4 6.4 -36 216 L 12 3 M 9 15 O 12 14.4 3 3 170 90",
        [Glyph.Flask] =
            "M 9.5 3 L 14.5 3 M 10.5 3 L 10.5 9 L 5.6 17.2 O 7.6 18.4 2.3 2.3 210 90 L 16.4 20.7 "
            + "O 16.4 18.4 2.3 2.3 90 -30 L 13.5 9 L 13.5 3 M 8 14.5 L 16 14.5",
        [Glyph.Orb] = "O 12 10.5 7 7 0 360 M 7.6 20.5 L 16.4 20.5 M 9 17 L 7.6 20.5 M 15 17 L 16.4 20.5 M 8.4 10 O 12 10.5 3.7 3.7 190 275",
        [Glyph.Staff] = "O 12 7.5 4.5 4.5 0 360 M 12 12 L 12 21 M 9 16.5 L 15 16.5",
        [Glyph.Star] = "M 12 2.5 L 14.3 9.7 L 21.5 12 L 14.3 14.3 L 12 21.5 L 9.7 14.3 L 2.5 12 L 9.7 9.7 L 12 2.5",
        [Glyph.Bolt] = "M 13.5 2.5 L 5 13.5 L 11.5 13.5 L 10.5 21.5 L 19 10.5 L 12.5 10.5 L 13.5 2.5",
        [Glyph.Eye] = "M 2.5 12 O 12 18.5 11.6 11.5 215 325 L 21.5 12 O 12 5.5 11.6 11.5 35 145 L 2.5 12 O 12 12 3 3 0 360",
        [Glyph.Ward] = "M 12 3 L 15.8 7.5 L 12 12 L 8.2 7.5 L 12 3 M 12 12 L 12 21 M 8.5 21 L 15.5 21 M 9.5 15.5 L 14.5 15.5",
        [Glyph.Flame] =
            "M 12 2.5 L 15.5 8 O 12 14 7 7 -45 45 O 12 14 7 7 45 225 L 9.6 10.5 L 12 2.5 M 12 20.6 O 12 17.5 2.6 3.2 90 -90 O 12 17.5 2.6 3.2 -90 -270",
        [Glyph.Leaf] = "M 4 20 L 15.5 8.5 M 6 18 O 19 19 14.6 14.6 184 268 L 20 4 O 5 5 14.6 14.6 -4 86",
        [Glyph.Moon] = "M 14.5 3.5 O 12 12 8.9 8.9 -72 -285 O 18.6 10.8 9.8 9.8 114 242",
        [Glyph.Hourglass] = "M 6 3 L 18 3 M 6 21 L 18 21 M 7.5 3 L 7.5 6.5 L 12 12 L 7.5 17.5 L 7.5 21 M 16.5 3 L 16.5 6.5 L 12 12 L 16.5 17.5 L 16.5 21",
        [Glyph.Compass] = "O 12 12 9 9 0 360 M 15.8 8.2 L 13.6 13.6 L 8.2 15.8 L 10.4 10.4 L 15.8 8.2",
        [Glyph.Wing] = "M 3 6 O 15 6 12 9 180 90 L 19 15 M 6.5 6 O 16 5.5 9.5 6 180 90 L 20 11.5 M 10 5 O 17 4.5 7 3.5 180 90 L 21 8 M 12 15 L 17.5 19 L 19 15",
        [Glyph.Spiral] =
            "M 12 12 O 13.5 12 1.8 1.8 180 360 O 11.8 12 3.6 3.6 0 180 O 13.6 12 5.4 5.4 180 360 O 11.6 12 7.4 7.6 0 180 O 12.4 12 8.3 8.6 180 300",
        [Glyph.Cross] =
            "M 9.3 3.5 L 14.7 3.5 L 14.7 9.3 L 20.5 9.3 L 20.5 14.7 L 14.7 14.7 L 14.7 20.5 L 9.3 20.5 L 9.3 14.7 L 3.5 14.7 L 3.5 9.3 L 9.3 9.3 L 9.3 3.5",
        [Glyph.Paw] = "O 12 16 4.4 3.8 0 360 O 5.4 11.4 1.5 2 0 360 O 9.5 6.6 1.6 2.2 0 360 O 14.5 6.6 1.6 2.2 0 360 O 18.6 11.4 1.5 2 0 360",
        [Glyph.Crown] = "M 4 18 L 3 7 L 8.2 11 L 12 4.5 L 15.8 11 L 21 7 L 20 18 L 4 18 M 4.4 21 L 19.6 21",
        [Glyph.Mountain] = "M 2.5 19.5 L 9.5 6 L 14 14.5 M 11.6 10.1 L 14.5 6 L 21.5 19.5 L 2.5 19.5",
    }.ToDictionary(entry => entry.Key, entry => StrokePath.Parse(entry.Value));

    public static StrokePath Path(Glyph glyph) => Paths[glyph];
}
