namespace MnM.Simulator.StaticData.Drawing;

/// <summary>Draws the pictures that stand in for Riot's: two letters, or a drawing, on a dark ground of their own hue.</summary>
internal static class Tile
{
    private const int ChampionSize = 120;
    private const int ItemSize = 64;
    private const int IconSize = 96;

    /// <summary>A champion: the letters of its name before the faint drawing of what it fights with.</summary>
    public static byte[] Champion(string name, Glyph trade)
    {
        var hue = Hue(name);
        var canvas = Ground(ChampionSize, hue, 0.075, 0.06);
        canvas.Stroke(Glyphs.Path(trade), 5.4, 26, 20, 1.5, Oklch.Of(0.8, 0.09, hue), 0.13);
        var (first, second) = Letters(name);
        Write(canvas, first, second, Oklch.Of(0.95, 0.03, hue));
        return canvas.ToPng();
    }

    /// <summary>An item or a summoner spell: a drawing on a square, and a small second one in the corner.</summary>
    public static byte[] Square(Glyph glyph, double hue, Glyph? second = null)
    {
        var canvas = Ground(ItemSize, hue, 0.06, 0.045);
        if (second is not { } small)
        {
            Draw(canvas, glyph, hue, 0.66);
            return canvas.ToPng();
        }

        canvas.Stroke(Glyphs.Path(glyph), 1.62, 5, 5, 2, Oklch.Of(0.93, 0.07, hue), 1);
        canvas.Frame(1.6, Oklch.Of(0.75, 0.08, hue), 0.35);
        canvas.Stroke(Glyphs.Path(small), 0.86, 39, 39, 2.6, Oklch.Of(0.86, 0.1, hue), 0.9);
        return canvas.ToPng();
    }

    /// <summary>A rune or a tree of runes: a drawing in a circle on nothing.</summary>
    public static byte[] Round(Glyph glyph, double hue, bool great)
    {
        var canvas = Ground(ItemSize, hue, great ? 0.09 : 0.05, 0.045);
        Draw(canvas, glyph, hue, great ? 0.62 : 0.54);
        canvas.Round(great ? 2.4 : 1.4, Oklch.Of(great ? 0.8 : 0.6, 0.09, hue), great ? 0.8 : 0.5);
        return canvas.ToPng();
    }

    /// <summary>A profile icon: a drawing, framed.</summary>
    public static byte[] Portrait(Glyph glyph, double hue)
    {
        var canvas = Ground(IconSize, hue, 0.085, 0.06);
        Draw(canvas, glyph, (hue + 40) % 360, 0.58);
        canvas.Frame(3, Oklch.Of(0.62, 0.09, hue), 0.7);
        return canvas.ToPng();
    }

    /// <summary>A steady hue from a name; golden steps keep neighbours in the alphabet apart.</summary>
    public static double Hue(string name)
    {
        var hash = 2166136261u;
        foreach (var letter in name)
            hash = (hash ^ letter) * 16777619;
        return hash % 4096 * 222.49223594996 % 360;
    }

    private static Canvas Ground(int size, double hue, double chroma, double endChroma)
    {
        var canvas = new Canvas(size);
        canvas.Gradient(t => Oklch.Of(0.42 - 0.15 * t, chroma + (endChroma - chroma) * t, hue));
        canvas.Glow(0.22, 0.08, 0.85, Oklch.Of(0.72, chroma, hue), 0.2);
        canvas.Frame(1, Oklch.Of(0.9, 0.03, hue), 0.07);
        return canvas;
    }

    private static void Draw(Canvas canvas, Glyph glyph, double hue, double share)
    {
        var scale = canvas.Size * share / 24;
        var edge = canvas.Size * (1 - share) / 2;
        canvas.Stroke(Glyphs.Path(glyph), scale, edge + 1, edge + 2, 2.1, Oklch.Of(0.15, 0.03, hue), 0.45);
        canvas.Stroke(Glyphs.Path(glyph), scale, edge, edge, 1.9, Oklch.Of(0.93, 0.07, hue), 1);
    }

    private static void Write(Canvas canvas, char first, char second, Colour colour)
    {
        const double gap = 4.4;
        const double pen = 2.7;
        var (left, leftPath) = StrokeFont.Letter(first);
        var (right, rightPath) = StrokeFont.Letter(second);
        var width = left + gap + right;
        var scale = Math.Min(3.05, 82 / width);
        var x = (canvas.Size - width * scale) / 2;
        var y = canvas.Size / 2.0 - 11.2 * scale;
        var shade = Oklch.Of(0.14, 0.03, 0);
        canvas.Stroke(leftPath, scale, x + 1, y + 2.5, pen * 1.1, shade, 0.4);
        canvas.Stroke(rightPath, scale, x + 1 + (left + gap) * scale, y + 2.5, pen * 1.1, shade, 0.4);
        canvas.Stroke(leftPath, scale, x, y, pen, colour, 1);
        canvas.Stroke(rightPath, scale, x + (left + gap) * scale, y, pen, colour, 1);
    }

    /// <summary>The initials of a name in two parts, else its first two letters.</summary>
    private static (char First, char Second) Letters(string name)
    {
        var parts = name.Split([' ', '\'', '.', '&'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 ? (parts[0][0], char.ToUpperInvariant(parts[1][0])) : (name[0], name[1]);
    }
}
