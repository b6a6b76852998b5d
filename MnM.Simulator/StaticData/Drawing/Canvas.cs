namespace MnM.Simulator.StaticData.Drawing;

/// <summary>A square picture in linear light that is drawn upon with anti-aliased strokes.</summary>
internal sealed class Canvas(int size)
{
    private readonly Colour[] _colours = new Colour[size * size];
    private readonly double[] _alpha = [.. Enumerable.Repeat(1.0, size * size)];

    public int Size => size;

    /// <summary>A gradient from the upper left to the lower right, steeper than the diagonal as the style sheet's 155 degrees.</summary>
    public void Gradient(Func<double, Colour> at)
    {
        const double across = 0.42;
        const double down = 0.91;
        Each((x, y) => _colours[y * size + x] = at((across * x + down * y) / ((across + down) * (size - 1))));
    }

    /// <summary>Draws strokes: the path's units are scaled and then moved; the pen's width is in the path's units.</summary>
    public void Stroke(StrokePath path, double scale, double left, double top, double pen, Colour colour, double opacity)
    {
        if (path.IsEmpty)
            return;
        var (x0, y0, x1, y1) = path.Bounds;
        int Pixel(double at, double origin, double margin) => Math.Clamp((int)(origin + (at + margin) * scale + margin), 0, size - 1);
        for (var y = Pixel(y0, top, -pen); y <= Pixel(y1, top, pen); y++)
        {
            for (var x = Pixel(x0, left, -pen); x <= Pixel(x1, left, pen); x++)
            {
                var distance = path.Distance((x + 0.5 - left) / scale, (y + 0.5 - top) / scale);
                Blend(x, y, colour, opacity * Math.Clamp((pen / 2 - distance) * scale + 0.5, 0, 1));
            }
        }
    }

    /// <summary>A soft light with its centre at a share of the picture's size.</summary>
    public void Glow(double cx, double cy, double radius, Colour colour, double opacity) => Each((x, y) =>
    {
        var distance = Math.Sqrt(Math.Pow((x + 0.5) / size - cx, 2) + Math.Pow((y + 0.5) / size - cy, 2)) / radius;
        Blend(x, y, colour, opacity * Math.Pow(Math.Clamp(1 - distance, 0, 1), 2));
    });

    /// <summary>A line along the four edges.</summary>
    public void Frame(double width, Colour colour, double opacity) => Each((x, y) =>
    {
        var edge = Math.Min(Math.Min(x, y), Math.Min(size - 1 - x, size - 1 - y));
        Blend(x, y, colour, opacity * Math.Clamp(width - edge, 0, 1));
    });

    /// <summary>Cuts everything outside the largest circle away and draws a ring along it.</summary>
    public void Round(double width, Colour ring, double opacity) => Each((x, y) =>
    {
        var half = size / 2.0;
        var inside = half - Math.Sqrt(Math.Pow(x + 0.5 - half, 2) + Math.Pow(y + 0.5 - half, 2));
        Blend(x, y, ring, opacity * Math.Clamp(width - inside + 0.5, 0, 1));
        _alpha[y * size + x] = Math.Clamp(inside + 0.5, 0, 1);
    });

    public byte[] ToPng()
    {
        var pixels = new byte[size * size * 4];
        for (var i = 0; i < _colours.Length; i++)
        {
            pixels[4 * i] = Oklch.Encode(_colours[i].R);
            pixels[4 * i + 1] = Oklch.Encode(_colours[i].G);
            pixels[4 * i + 2] = Oklch.Encode(_colours[i].B);
            pixels[4 * i + 3] = (byte)(_alpha[i] * 255 + 0.5);
        }

        return PngWriter.Write(size, size, pixels);
    }

    private void Blend(int x, int y, Colour colour, double share)
    {
        if (share > 0)
            _colours[y * size + x] = _colours[y * size + x].Mix(colour, share);
    }

    private void Each(Action<int, int> pixel)
    {
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                pixel(x, y);
    }
}
