using System.Buffers;

namespace MnM.Collector.Live.Recording;

/// <summary>A growing, rented buffer that can be taken back to an earlier position; one per recorder, reused from poll to poll.</summary>
/// <param name="most">Bytes beyond which it is a <see cref="FormatException"/> to write more: a delta of a stranger may multiply what it finds.</param>
internal sealed class DeltaBuffer(int most = int.MaxValue) : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void BackTo(int length) => Length = length;

    public void Write(byte value)
    {
        GetSpan(1)[0] = value;
        Length++;
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        value.CopyTo(GetSpan(value.Length));
        Length += value.Length;
    }

    public void Write(int value)
    {
        value.TryFormat(GetSpan(11), out var written);
        Length += written;
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _bytes, []));

    private void Reserve(int more)
    {
        var needed = Length + Math.Max(more, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        if (needed > most)
        {
            throw new FormatException("A value grows beyond what any game tells.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _bytes.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
