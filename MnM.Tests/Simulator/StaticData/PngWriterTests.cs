using MnM.Simulator.StaticData.Drawing;

namespace MnM.Tests.Simulator.StaticData;

public sealed class PngWriterTests
{
    /// <summary>The check value that the catalogue of CRC algorithms gives for this one.</summary>
    [Fact]
    public void The_checksum_is_the_known_one() =>
        Assert.Equal(0xCBF43926u, ~Crc32.Append(uint.MaxValue, "123456789"u8));

    [Fact]
    public void What_is_written_can_be_read_back()
    {
        byte[] pixels = [10, 20, 30, 255, 15, 18, 30, 128, 0, 0, 0, 0, 255, 255, 255, 255];
        var (width, height, rows) = PngReader.Read(PngWriter.Write(2, 2, pixels));
        Assert.Equal((2, 2), (width, height));
        // Each row is a filter byte, the first pixel, and the differences to the pixel before.
        Assert.Equal([1, 10, 20, 30, 255, 5, 254, 0, 129], rows[..9]);
    }

    [Fact]
    public void Grey_has_no_chroma_and_white_is_white()
    {
        var white = Oklch.Of(1, 0, 0);
        Assert.Equal((255, 255, 255), (Oklch.Encode(white.R), Oklch.Encode(white.G), Oklch.Encode(white.B)));
    }
}
