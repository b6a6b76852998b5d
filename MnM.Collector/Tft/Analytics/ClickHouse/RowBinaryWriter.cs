using System.Buffers.Binary;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Writes ClickHouse's RowBinary: numbers with their lowest byte first, one after the other. https://clickhouse.com/docs/interfaces/formats/RowBinary</summary>
internal sealed class RowBinaryWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 15];
    private int _length;

    public void UInt8(int value) => Take(1)[0] = checked((byte)value);

    public void UInt16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), checked((ushort)value));

    public void UInt32(long value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(sizeof(uint)), checked((uint)value));

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void UInt16s(ReadOnlySpan<int> values)
    {
        Length(values.Length);
        foreach (var value in values)
        {
            UInt16(value);
        }
    }

    /// <summary>An array, each value of which is written by <paramref name="write"/>.</summary>
    public void Array<T>(IReadOnlyCollection<T> values, Action<T> write)
    {
        Length(values.Count);
        foreach (var value in values)
        {
            write(value);
        }
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Length(int value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            UInt8((value & 0x7F) | 0x80);
        }

        UInt8(value);
    }

    private Span<byte> Take(int bytes)
    {
        if (_length + bytes > _buffer.Length)
        {
            Flush();
        }

        _length += bytes;
        return _buffer.AsSpan(_length - bytes, bytes);
    }
}
