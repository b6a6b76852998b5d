using System.Globalization;
using System.Text.RegularExpressions;
using MnM.Web.Sharing;
using QRCoder;

namespace MnM.Tests.Sharing;

public sealed partial class QrPlotTests
{
    [Theory]
    [InlineData("http://192.168.178.20:5080/pair#AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("https://[fd00:99::1]:5080/pair#0123456789-_abcdefghij")]
    public void Each_dark_module_of_a_text_s_code_is_drawn_and_no_other(string text)
    {
        using QRCodeGenerator generator = new();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var dark = code.ModuleMatrix.SelectMany((row, y) => Enumerable.Range(0, row.Count).Where(x => row[x]).Select(x => (x, y)));

        var plot = QrPlot.Of(text);

        Assert.Equal(code.ModuleMatrix.Count, plot.Size);
        Assert.Equal(dark, DrawnBy(plot.Path));
    }

    /// <summary>The squares that a path fills, row by row.</summary>
    private static IEnumerable<(int X, int Y)> DrawnBy(string path)
    {
        var bars = Bar().Matches(path);
        Assert.Equal(path, string.Concat(bars.Select(bar => bar.Value)));
        return bars.SelectMany(bar => Enumerable.Range(Number(bar, "x"), Number(bar, "width")).Select(x => (x, Number(bar, "y"))));
    }

    private static int Number(Match bar, string name) => int.Parse(bar.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("M(?<x>[0-9]+) (?<y>[0-9]+)h(?<width>[0-9]+)v1h-\\k<width>z")]
    private static partial Regex Bar();
}
