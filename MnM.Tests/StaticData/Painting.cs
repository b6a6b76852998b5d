using SkiaSharp;

namespace MnM.Tests.StaticData;

/// <summary>A picture with as much in it as one of Riot's: noise of many sizes, in colours.</summary>
internal static class Painting
{
    /// <summary>As PNG: 31 KB at 120 by 120, where Riot's champions have 20 to 30.</summary>
    public static byte[] Png(int width, int height)
    {
        var random = new Random(5);
        using var painting = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var light = new double[height, width, 3];
        for (var (cells, weight) = (3, 1.0); cells <= Math.Max(width, height); cells *= 2, weight *= 0.8)
        {
            Add(light, cells, weight, random);
        }

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                painting.SetPixel(x, y, new(Level(light[y, x, 0]), Level(light[y, x, 1]), Level(light[y, x, 2])));
            }
        }

        using var png = painting.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();

        static byte Level(double value) => (byte)Math.Clamp(110 + (value * 130), 0, 255);
    }

    /// <summary>Noise on a grid of so many cells, smooth between its points. The colours lean on one another, as in a painting.</summary>
    private static void Add(double[,,] light, int cells, double weight, Random random)
    {
        var grid = new double[cells + 2, cells + 2, 3];
        for (var row = 0; row < cells + 2; row++)
        {
            for (var column = 0; column < cells + 2; column++)
            {
                var grey = random.NextDouble() - 0.5;
                for (var colour = 0; colour < 3; colour++)
                {
                    grid[row, column, colour] = grey + ((random.NextDouble() - 0.5) * 0.5);
                }
            }
        }

        var (height, width) = (light.GetLength(0), light.GetLength(1));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (row, down) = Cell(y, height);
                var (column, across) = Cell(x, width);
                for (var colour = 0; colour < 3; colour++)
                {
                    var above = double.Lerp(grid[row, column, colour], grid[row, column + 1, colour], across);
                    var below = double.Lerp(grid[row + 1, column, colour], grid[row + 1, column + 1, colour], across);
                    light[y, x, colour] += weight * double.Lerp(above, below, down);
                }
            }
        }

        (int Index, double Share) Cell(int at, int size)
        {
            var place = at * (double)cells / size;
            var share = place - (int)place;
            return ((int)place, share * share * (3 - (2 * share)));
        }
    }
}
