using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Folds the polls of a game that has ended into segments. Each segment is one transaction, which also deletes the polls it holds
/// and adds the timeline of its time: after a kill at any point the next start goes on with the polls that are left.
/// </summary>
internal sealed partial class GameFolder(IDbContextFactory<MnmDbContext> contexts, StaticDataStore staticData, ILogger<GameFolder> logger)
{
    /// <summary>Games that ended and are not folded yet, oldest first. One that was polled after the given time may not be over.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(DateTimeOffset quietSince, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshots = db.GameSnapshots;
        return await db.Games
            .Where(game => !game.IsLive && game.LastPolledAt < quietSince && snapshots.Any(snapshot => snapshot.GameId == game.Id))
            .OrderBy(game => game.Id)
            .Select(game => game.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Folds a whole game; answers how many segments that made.</summary>
    /// <exception cref="FormatException">Its recording is damaged; what was not folded stays as it is.</exception>
    public async Task<int> FoldAsync(long gameId, CancellationToken cancellationToken)
    {
        var segments = 0;
        while (await FoldNextAsync(gameId, cancellationToken))
        {
            segments++;
        }

        Log.Folded(logger, gameId, segments);
        return segments;
    }

    /// <summary>Folds the first polls that are not folded, up to the next keyframe; answers whether there were any.</summary>
    public async Task<bool> FoldNextAsync(long gameId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await FirstChainAsync(db, gameId, cancellationToken);
        if (rows.Count == 0)
        {
            return false;
        }

        var players = await db.PlayersInGames.AsNoTracking().Where(player => player.GameId == gameId).OrderBy(player => player.Slot).ToListAsync(cancellationToken);
        var before = await db.SnapshotSegments.Where(folded => folded.GameId == gameId).OrderByDescending(folded => folded.FirstSequence)
            .Select(folded => (double?)folded.LastGameTime).FirstOrDefaultAsync(cancellationToken);
        var timeline = new TimelineSampler(gameId, [.. players.Select(LiveStore.Person)], staticData.Current, before);
        var (first, last) = (rows[0].Sequence, rows[^1].Sequence);
        var segment = RecordingReader.Named(gameId, first, last, () => Fold(rows, timeline));

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var gone = await db.GameSnapshots
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence >= first && snapshot.Sequence <= last)
            .ExecuteDeleteAsync(cancellationToken);
        if (gone < rows.Count)
        {
            // The recording was deleted since it was read, and stays so: the transaction is rolled back.
            return false;
        }

        if (await db.GameSnapshots.AnyAsync(snapshot => snapshot.GameId == gameId && snapshot.Sequence == last + 1 && !snapshot.Keyframe, cancellationToken))
        {
            // A poll came since, as a change of the last one: it would have nothing to stand on. It is read with the others.
            await transaction.RollbackAsync(cancellationToken);
            return await FoldNextAsync(gameId, cancellationToken);
        }

        db.Add(segment);
        var seconds = timeline.Rows.Select(row => row.Second).Distinct().ToList();
        await db.PlayerTimeline.Where(row => row.GameId == gameId && seconds.Contains(row.Second)).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(timeline.Rows);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The first keyframe that is left and the changes that follow it.</summary>
    private static async Task<List<GameSnapshot>> FirstChainAsync(MnmDbContext db, long gameId, CancellationToken cancellationToken)
    {
        var left = db.GameSnapshots.AsNoTracking().Where(snapshot => snapshot.GameId == gameId);
        var next = await left.Where(snapshot => snapshot.Keyframe).OrderBy(snapshot => snapshot.Sequence).Skip(1).Select(snapshot => (int?)snapshot.Sequence).FirstOrDefaultAsync(cancellationToken);
        var rows = await left.Where(snapshot => next == null || snapshot.Sequence < next).OrderBy(snapshot => snapshot.Sequence).ToListAsync(cancellationToken);
        return rows.Count > 0 ? rows[..WithoutHole(rows)] : rows;
    }

    /// <summary>How many of the first polls follow one another: where one was lost, what comes after it is another chain.</summary>
    private static int WithoutHole(List<GameSnapshot> rows)
    {
        var count = 1;
        while (count < rows.Count && rows[count].Sequence == rows[0].Sequence + count)
        {
            count++;
        }

        return count;
    }

    /// <summary>A keyframe and the changes that follow it as a segment, verified; the timeline takes what it needs of them.</summary>
    /// <exception cref="FormatException">The polls do not belong to each other.</exception>
    internal static SnapshotSegment Fold(List<GameSnapshot> rows, TimelineSampler timeline)
    {
        if (!rows[0].Keyframe)
        {
            throw new FormatException("there is no keyframe before them.");
        }

        var responses = new List<byte[]>(rows.Count);
        var deltas = new List<ReadOnlyMemory<byte>>(rows.Count);
        foreach (var row in rows)
        {
            var response = row.Keyframe ? Packing.Unpack(row.Payload) : RecordingReader.Apply(responses[^1], row.Payload);
            if (responses.Count > 0)
            {
                deltas.Add(row.Keyframe ? Difference(responses[^1], response) : row.Payload);
            }

            responses.Add(response);
            timeline.Take(row.GameTimeSeconds, response);
        }

        var payload = SegmentCodec.Encode(responses[0], deltas);
        Verify(payload, responses);
        return new SnapshotSegment
        {
            GameId = rows[0].GameId,
            FirstSequence = rows[0].Sequence,
            LastSequence = rows[^1].Sequence,
            FirstGameTime = rows[0].GameTimeSeconds,
            LastGameTime = rows[^1].GameTimeSeconds,
            Codec = SegmentCodec.Version,
            Moments = MomentsCodec.Encode([.. rows.Select(row => new RecordedMoment(row.Sequence, row.GameTimeSeconds, row.PolledAt, row.Segment))]),
            Payload = payload,
        };
    }

    /// <summary>What is deleted must be what can be read back.</summary>
    private static void Verify(byte[] payload, List<byte[]> responses) => SegmentCodec.Decode(payload).ReadTo(responses.Count - 1, (poll, tree) =>
    {
        using var buffer = new DeltaBuffer();
        tree.Write(buffer);
        using var read = JsonDocument.Parse(buffer.WrittenMemory, DeltaCodec.Parsing);
        using var expected = JsonDocument.Parse(responses[poll], DeltaCodec.Parsing);
        if (!JsonEquality.AreEqual(read.RootElement, expected.RootElement))
        {
            throw new FormatException($"Poll {poll} of a segment does not come back.");
        }
    });

    private static byte[] Difference(byte[] was, byte[] now)
    {
        using var before = JsonDocument.Parse(was, DeltaCodec.Parsing);
        using var after = JsonDocument.Parse(now, DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        DeltaCodec.Encode(before.RootElement, after.RootElement, buffer);
        return buffer.Written.ToArray();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The recording of game {Id} is folded, {Segments} segments")]
        public static partial void Folded(ILogger logger, long id, int segments);
    }
}
