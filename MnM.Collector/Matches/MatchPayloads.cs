using System.Buffers;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Hands out the JSON of stored matches as it is stored, without a look into it.</summary>
public sealed class MatchPayloads(IDbContextFactory<MnmDbContext> contexts)
{
    // With the row's number beside it SQLite hands out the value piece by piece; otherwise all of it would be copied into new memory first.
    private const string Find = "SELECT rowid, payload FROM matches WHERE id = $id";
    private const int Payload = 1;

    /// <summary>A match's JSON, still compressed; null where the match is not stored.</summary>
    public async Task<PackedMatch?> FindAsync(string matchId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Find;
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("$id", matchId);
        command.Parameters.Add(id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        await using var payload = reader.GetStream(Payload);
        return PackedMatch.Read(payload);
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
