using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MnM.Benchmarks.Viewers;

/// <summary>Writes MessagePack, as much of it as Blazor's hub is told; each value in its longest form, which every reader takes.</summary>
internal sealed class MessagePackWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <param name="value">Null, bool, int, long, string, an array of these, or an empty dictionary.</param>
    public void Write(object? value)
    {
        switch (value)
        {
            case null:
                Put(0xc0);
                break;
            case bool flag:
                Put(flag ? (byte)0xc3 : (byte)0xc2);
                break;
            case int number:
                Write((long)number);
                break;
            case long number:
                Put(0xd3);
                BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), number);
                _bytes.Advance(8);
                break;
            case string text:
                PutWithLength(0xdb, Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, _bytes);
                break;
            case object?[] values:
                PutWithLength(0xdd, values.Length);
                Array.ForEach(values, Write);
                break;
            case Dictionary<string, object?> { Count: 0 }:
                Put(0x80);
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} is not written here.", nameof(value));
        }
    }

    private void PutWithLength(byte kind, int length)
    {
        Put(kind);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), length);
        _bytes.Advance(4);
    }

    private void Put(byte value) => _bytes.Write([value]);
}
