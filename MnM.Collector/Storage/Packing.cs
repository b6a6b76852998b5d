using System.IO.Compression;

namespace MnM.Collector.Storage;

/// <summary>Keeps what came from elsewhere as it came, compressed with Brotli.</summary>
internal static class Packing
{
    /// <summary>One more than the usual: timelines become a sixth smaller. The next ones cost many times as much for a few percent.</summary>
    private static readonly BrotliCompressionOptions Dense = new() { Quality = 5 };

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, Dense))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Pack"/> made.</exception>
    /// <exception cref="InvalidOperationException">The same.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The same; null where the bytes are damaged.</summary>
    public static byte[]? TryUnpack(byte[] packed)
    {
        try
        {
            return Unpack(packed);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException)
        {
            // Damage is either of the two to the stream.
            return null;
        }
    }
}
