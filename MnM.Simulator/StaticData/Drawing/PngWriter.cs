using System.Buffers.Binary;
using System.IO.Compression;

namespace MnM.Simulator.StaticData.Drawing;

/// <summary>Writes 8-bit RGBA pictures as PNG (W3C PNG specification, third edition).</summary>
internal static class PngWriter
{
    private const int Channels = 4;
    private const byte TrueColourWithAlpha = 6;
    private const byte SubFilter = 1;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Pixels row by row, four bytes each.</summary>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = TrueColourWithAlpha;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Compress(width, height, pixels));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(int width, int height, ReadOnlySpan<byte> pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var stride = width * Channels;
            var row = new byte[1 + stride];
            row[0] = SubFilter;
            for (var y = 0; y < height; y++)
            {
                var line = pixels.Slice(y * stride, stride);
                for (var i = 0; i < stride; i++)
                    row[1 + i] = (byte)(line[i] - (i < Channels ? 0 : line[i - Channels]));
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc32.Append(Crc32.Append(uint.MaxValue, type), data));
        file.Write(number);
    }
}
