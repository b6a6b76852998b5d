using System.Globalization;
using System.Text;
using QRCoder;

namespace MnM.Web.Sharing;

/// <summary>A QR code as a drawing: one path of dark modules in a square of <paramref name="Size"/> modules, its quiet zone of four included.</summary>
internal sealed record QrPlot(int Size, string Path)
{
    /// <summary>The code of a text.</summary>
    public static QrPlot Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new QrPlot(data.ModuleMatrix.Count, path.ToString());
    }
}
