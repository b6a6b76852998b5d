using System.Globalization;

namespace MnM.Simulator.StaticData.Drawing;

/// <summary>
/// Lines to be drawn with a round pen, parsed from a short text: "M x y" lifts the pen, "L x y" draws a line,
/// "O cx cy rx ry from to" draws a part of an ellipse in degrees (0 right, 90 down) and joins it to where the pen stands.
/// </summary>
internal sealed class StrokePath
{
    private const int DegreesPerStep = 9;
    private readonly List<(double X0, double Y0, double X1, double Y1)> _segments = [];
    private (double X, double Y)? _pen;

    public bool IsEmpty => _segments.Count == 0;

    public (double X0, double Y0, double X1, double Y1) Bounds =>
        (_segments.Min(s => Math.Min(s.X0, s.X1)), _segments.Min(s => Math.Min(s.Y0, s.Y1)),
        _segments.Max(s => Math.Max(s.X0, s.X1)), _segments.Max(s => Math.Max(s.Y0, s.Y1)));

    public static StrokePath Parse(string text)
    {
        var path = new StrokePath();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length;)
        {
            var command = words[i++];
            var count = command == "O" ? 6 : 2;
            double[] n = [.. words[i..(i + count)].Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
            i += count;
            if (command == "M")
                path._pen = (n[0], n[1]);
            else if (command == "L")
                path.Line(n[0], n[1]);
            else
                path.Arc(n[0], n[1], n[2], n[3], n[4], n[5]);
        }

        return path;
    }

    /// <summary>Distance from a point to the nearest line.</summary>
    public double Distance(double x, double y)
    {
        var nearest = double.MaxValue;
        foreach (var (x0, y0, x1, y1) in _segments)
        {
            var (dx, dy) = (x1 - x0, y1 - y0);
            var length = dx * dx + dy * dy;
            var t = length == 0 ? 0 : Math.Clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
            var (ex, ey) = (x - x0 - t * dx, y - y0 - t * dy);
            nearest = Math.Min(nearest, ex * ex + ey * ey);
        }

        return Math.Sqrt(nearest);
    }

    private void Line(double x, double y)
    {
        var (x0, y0) = _pen ?? (x, y);
        _segments.Add((x0, y0, x, y));
        _pen = (x, y);
    }

    private void Arc(double cx, double cy, double rx, double ry, double from, double to)
    {
        var steps = Math.Max(2, (int)(Math.Abs(to - from) / DegreesPerStep));
        for (var i = 0; i <= steps; i++)
        {
            var (sin, cos) = Math.SinCos((from + (to - from) * i / steps) * Math.PI / 180);
            var (x, y) = (cx + rx * cos, cy + ry * sin);
            if (i == 0 && Math.Abs(to - from) >= 360)
                _pen = (x, y);
            Line(x, y);
        }
    }
}
