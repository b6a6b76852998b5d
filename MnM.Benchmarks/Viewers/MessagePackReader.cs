using System.Buffers.Binary;
using System.Text;

namespace MnM.Benchmarks.Viewers;

/// <summary>Reads MessagePack, as much of it as Blazor's hub sends: null, booleans, whole numbers, texts, bytes, arrays and the empty map.</summary>
internal ref struct MessagePackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The next value: null, bool, long, string, byte[] or object?[].</summary>
    /// <exception cref="FormatException">It is none of these, or it is cut off.</exception>
    public object? Read()
    {
        var kind = Take(1)[0];
        return kind switch
        {
            <= 0x7f => (long)kind,
            >= 0xe0 => (long)(sbyte)kind,
            0x80 => new Dictionary<string, object?>(),
            >= 0x90 and <= 0x9f => ReadArray(kind & 0x0f),
            >= 0xa0 and <= 0xbf => ReadText(kind & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 or 0xc5 or 0xc6 => Take(ReadLength(kind - 0xc4)).ToArray(),
            0xcc => (long)Take(1)[0],
            0xcd => (long)BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => (long)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => checked((long)BinaryPrimitives.ReadUInt64BigEndian(Take(8))),
            0xd0 => (long)(sbyte)Take(1)[0],
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd9 or 0xda or 0xdb => ReadText(ReadLength(kind - 0xd9)),
            0xdc or 0xdd => ReadArray(ReadLength(kind - 0xdb)),
            _ => throw new FormatException($"Blazor's hub sent a value of the kind 0x{kind:x2}, which is not known here."),
        };
    }

    private object?[] ReadArray(int count)
    {
        var values = new object?[count];
        for (var n = 0; n < count; n++)
        {
            values[n] = Read();
        }

        return values;
    }

    private string ReadText(int length) => Encoding.UTF8.GetString(Take(length));

    /// <summary>A length of 1, 2 or 4 bytes, by the step of its kind.</summary>
    private int ReadLength(int step) => step switch
    {
        0 => Take(1)[0],
        1 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
        _ => checked((int)BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
    };

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new FormatException("A message of Blazor's hub is cut off.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
