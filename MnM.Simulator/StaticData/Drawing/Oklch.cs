namespace MnM.Simulator.StaticData.Drawing;

/// <summary>A colour of linear light, as blending wants it; values from 0 to 1.</summary>
internal readonly record struct Colour(double R, double G, double B)
{
    public Colour Mix(Colour other, double share) => new(R + (other.R - R) * share, G + (other.G - G) * share, B + (other.B - B) * share);
}

/// <summary>Colours by lightness, chroma and hue in degrees; the matrices are those of Björn Ottosson's OKLab.</summary>
internal static class Oklch
{
    public static Colour Of(double lightness, double chroma, double hue)
    {
        var (sin, cos) = Math.SinCos(hue * Math.PI / 180);
        var (a, b) = (chroma * cos, chroma * sin);
        var l = Cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        var m = Cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        var s = Cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Colour(
            Math.Clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, 0, 1),
            Math.Clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, 0, 1),
            Math.Clamp(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, 0, 1));
    }

    /// <summary>The eight-bit value that a screen wants.</summary>
    public static byte Encode(double linear)
    {
        var value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055;
        return (byte)Math.Clamp(value * 255 + 0.5, 0, 255);
    }

    private static double Cube(double value) => value * value * value;
}
