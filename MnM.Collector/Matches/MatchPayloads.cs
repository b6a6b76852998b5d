using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Hands out the JSON of stored matches as it is stored, without a look into it.</summary>
public sealed class MatchPayloads(IDbContextFactory<MnmDbContext> contexts) : IDisposable
{
    /// <summary>Reading one takes part of a millisecond, so that more are seldom busy at once.</summary>
    private const int MostKept = 4;

    private readonly ConcurrentBag<PayloadReader> _idle = [];

    /// <summary>A match's JSON, still compressed; null where the match is not stored.</summary>
    public PackedMatch? Find(string matchId)
    {
        var reader = _idle.TryTake(out var idle) ? idle : new PayloadReader(contexts.CreateDbContext());
        var isUsable = false;
        try
        {
            var match = reader.Read(matchId);
            isUsable = true;
            return match;
        }
        finally
        {
            if (isUsable && _idle.Count < MostKept)
            {
                _idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}

/// <summary>The JSON of a stored match, compressed with Brotli, in memory that goes back when it is disposed of.</summary>
public sealed class PackedMatch : IDisposable
{
    private readonly int _length;
    private byte[]? _bytes;

    private PackedMatch(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>The compressed bytes.</summary>
    /// <exception cref="ObjectDisposedException">They were given back.</exception>
    public ReadOnlyMemory<byte> Bytes => (_bytes ?? throw new ObjectDisposedException(nameof(PackedMatch))).AsMemory(0, _length);

    /// <summary>The JSON itself, unpacked while it is read; to be disposed of before this is.</summary>
    public Stream Unpack() => new BrotliStream(new MemoryStream(_bytes ?? throw new ObjectDisposedException(nameof(PackedMatch)), 0, _length, writable: false), CompressionMode.Decompress);

    internal static PackedMatch Read(Stream payload)
    {
        var length = (int)payload.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        payload.ReadExactly(bytes, 0, length);
        return new PackedMatch(bytes, length);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
