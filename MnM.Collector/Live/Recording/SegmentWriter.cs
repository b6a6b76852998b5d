using System.Buffers;
using System.IO.Compression;

namespace MnM.Collector.Live.Recording;

/// <summary>Collects the bytes of a segment and compresses them, with a check sum in front.</summary>
internal sealed class SegmentWriter
{
    /// <summary>Best of Brotli; a segment takes a fraction of a second, once.</summary>
    private const int Quality = 11;
    private const int Window = 20;
    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);

    public void WriteByte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    /// <summary>A number from 0 on, seven bits a byte.</summary>
    public void Write(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7)
        {
            WriteByte((byte)(value | 0x80));
        }

        WriteByte((byte)value);
    }

    /// <summary>A number of either sign.</summary>
    public void WriteSigned(long value)
    {
        for (var rest = (ulong)((value << 1) ^ (value >> 63)); ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                WriteByte((byte)rest);
                return;
            }

            WriteByte((byte)(rest | 0x80));
        }
    }

    public void Write(ReadOnlySpan<byte> text)
    {
        Write(text.Length);
        _bytes.Write(text);
    }

    public byte[] Compress()
    {
        var plain = _bytes.WrittenSpan;
        var compressed = new byte[SegmentReader.HeaderBytes + BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (!BrotliEncoder.TryCompress(plain, compressed.AsSpan(SegmentReader.HeaderBytes), out var length, Quality, Window))
        {
            throw new InvalidOperationException("A segment could not be compressed.");
        }

        SegmentReader.WriteHeader(compressed, plain.Length, compressed.AsSpan(SegmentReader.HeaderBytes, length));
        return compressed[..(SegmentReader.HeaderBytes + length)];
    }
}
