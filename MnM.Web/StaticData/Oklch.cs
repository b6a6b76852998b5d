namespace MnM.Web.StaticData;

/// <summary>A colour as the style sheets write it, for places that only know sRGB. https://bottosson.github.io/posts/oklab/</summary>
internal readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    /// <summary>#RRGGBB; parts outside of sRGB are cut off.</summary>
    public string ToHex()
    {
        var (sin, cos) = Math.SinCos(Hue * Math.PI / 180);
        var (a, b) = (Chroma * cos, Chroma * sin);
        var l = Cube(Lightness + (0.3963377774 * a) + (0.2158037573 * b));
        var m = Cube(Lightness - (0.1055613458 * a) - (0.0638541728 * b));
        var s = Cube(Lightness - (0.0894841775 * a) - (1.2914855480 * b));
        var red = Encode((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s));
        var green = Encode((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s));
        var blue = Encode((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
        return $"#{red:X2}{green:X2}{blue:X2}";
    }

    private static double Cube(double value) => value * value * value;

    private static byte Encode(double linear)
    {
        var gamma = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(Math.Clamp(gamma, 0, 1) * 255);
    }
}
