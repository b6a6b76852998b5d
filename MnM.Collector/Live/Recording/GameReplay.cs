using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>Reads recorded polls back: the nearest keyframe at or before, then the deltas in turn.</summary>
public sealed class GameReplay(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>The poll with this number as the game answered it, UTF-8 JSON; member order may differ. Null where there is none.</summary>
    /// <exception cref="FormatException">The recording is damaged.</exception>
    public async Task<byte[]?> ReadAsync(long gameId, int sequence, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshots = db.GameSnapshots;
        var keyframe = await snapshots
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence <= sequence && snapshot.Keyframe)
            .MaxAsync(snapshot => (int?)snapshot.Sequence, cancellationToken);
        var chain = await snapshots.AsNoTracking()
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence >= keyframe && snapshot.Sequence <= sequence)
            .OrderBy(snapshot => snapshot.Sequence)
            .ToListAsync(cancellationToken);
        if (chain.Count == 0 || chain[^1].Sequence != sequence)
        {
            return null;
        }

        var response = Decompress(chain[0].Payload);
        foreach (var snapshot in chain.Skip(1))
        {
            response = Apply(response, snapshot.Payload);
        }

        return response;
    }

    private static byte[] Apply(byte[] response, byte[] delta)
    {
        using var was = JsonDocument.Parse(response, DeltaCodec.Parsing);
        using var change = JsonDocument.Parse(delta, DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        DeltaReader.Apply(was.RootElement, change.RootElement, buffer);
        return buffer.Written.ToArray();
    }

    private static byte[] Decompress(byte[] payload)
    {
        using var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        using var response = new MemoryStream();
        brotli.CopyTo(response);
        return response.ToArray();
    }
}
