using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Reads what <see cref="RowBinaryWriter"/> describes. Throws <see cref="ArgumentOutOfRangeException"/> where the bytes end in the middle of a value.</summary>
internal ref struct RowBinaryReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>How many bytes are not read yet.</summary>
    public readonly int Left => _rest.Length;

    public byte UInt8() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public string Text() => Encoding.UTF8.GetString(Take(Length()));

    public ImmutableArray<int> UInt16s()
    {
        var length = Length();
        if (length == 0)
        {
            return [];
        }

        var values = new int[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = UInt16();
        }

        return [.. values];
    }

    public void SkipUInt16s() => Take(Length() * sizeof(ushort));

    private int Length()
    {
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = UInt8();
            length |= (part & 0x7F) << shift;
            shift += 7;
        }
        while (part > 0x7F);
        return length;
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        var taken = _rest[..bytes];
        _rest = _rest[bytes..];
        return taken;
    }
}
