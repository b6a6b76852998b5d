using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace MnM.Collector.Live.Recording;

/// <summary>Reads what <see cref="SegmentWriter"/> wrote; anything else is a <see cref="FormatException"/>.</summary>
internal ref struct SegmentReader
{
    /// <summary>Length of the plain bytes, then the first bytes of the SHA-256 of the compressed ones.</summary>
    public const int HeaderBytes = 12;
    private const int MostBytes = 512 * 1024 * 1024;

    private ReadOnlySpan<byte> _rest;

    private SegmentReader(ReadOnlySpan<byte> plain) => _rest = plain;

    public static SegmentReader Of(ReadOnlySpan<byte> compressed)
    {
        if (compressed.Length < HeaderBytes || BinaryPrimitives.ReadInt32LittleEndian(compressed) is var length && length is < 0 or > MostBytes)
        {
            throw new FormatException("it is cut off");
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        WriteHeader(header, length, compressed[HeaderBytes..]);
        if (!header.SequenceEqual(compressed[..HeaderBytes]))
        {
            throw new FormatException("its check sum differs");
        }

        var plain = new byte[length];
        return BrotliDecoder.TryDecompress(compressed[HeaderBytes..], plain, out var written) && written == length
            ? new(plain)
            : throw new FormatException("it cannot be decompressed");
    }

    public static void WriteHeader(Span<byte> header, int length, ReadOnlySpan<byte> compressed)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(compressed, hash);
        hash[..(HeaderBytes - sizeof(int))].CopyTo(header[sizeof(int)..]);
    }

    public byte ReadByte()
    {
        if (_rest.IsEmpty)
        {
            throw new FormatException("it ends too early");
        }

        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    /// <summary>A count of things that are still to come, or a small number.</summary>
    public int ReadCount() => ReadUnsigned() is var value && value <= MostBytes ? (int)value : throw new FormatException("a number in it is too large");

    public long ReadSigned() => ReadUnsigned() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    public ReadOnlySpan<byte> ReadText()
    {
        var length = ReadCount();
        if (length > _rest.Length)
        {
            throw new FormatException("it ends too early");
        }

        var text = _rest[..length];
        _rest = _rest[length..];
        return text;
    }

    private ulong ReadUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("a number in it does not end");
    }
}
