using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Reads the polls of a game wherever they lie: folded ones in segments, the others in rows of their own.
/// Rows are read before segments: what is folded in between is then found twice, never not at all.
/// </summary>
internal static class RecordingReader
{
    public static async Task<RecordedMoments> MomentsAsync(MnmDbContext db, long gameId, CancellationToken cancellationToken)
    {
        var rows = await Moments(db.GameSnapshots.Where(snapshot => snapshot.GameId == gameId)).ToListAsync(cancellationToken);
        var segments = await db.SnapshotSegments.AsNoTracking().Where(segment => segment.GameId == gameId).OrderBy(segment => segment.FirstSequence)
            .Select(segment => new { segment.FirstSequence, segment.LastSequence, segment.FirstGameTime, segment.Moments }).ToListAsync(cancellationToken);
        var (moments, damage) = (new List<RecordedMoment>(), new List<DamagedPart>());
        foreach (var segment in segments)
        {
            try
            {
                moments.AddRange(Decode(gameId, segment.FirstSequence, segment.LastSequence, segment.Moments));
            }
            catch (FormatException fault)
            {
                damage.Add(new(segment.FirstSequence, segment.FirstGameTime, fault.Message));
            }
        }

        var folded = segments.Count > 0 ? segments[^1].LastSequence : -1;
        moments.AddRange(rows.Where(row => row.Sequence > folded));
        return new(moments, damage);
    }

    public static async Task<RecordedMoment?> MomentAsync(MnmDbContext db, long gameId, int sequence, CancellationToken cancellationToken)
    {
        var row = await Moments(db.GameSnapshots.Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence == sequence)).ToListAsync(cancellationToken);
        return row switch
        {
            [var moment] => moment,
            _ when await SegmentAsync(db, gameId, sequence, cancellationToken) is { } segment =>
                Decode(gameId, segment.FirstSequence, segment.LastSequence, segment.Moments)[sequence - segment.FirstSequence],
            _ => null,
        };
    }

    public static async Task<byte[]?> ResponseAsync(MnmDbContext db, long gameId, int sequence, CancellationToken cancellationToken)
    {
        var snapshots = db.GameSnapshots;
        var keyframe = await snapshots
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence <= sequence && snapshot.Keyframe)
            .MaxAsync(snapshot => (int?)snapshot.Sequence, cancellationToken);
        var chain = await snapshots.AsNoTracking()
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence >= keyframe && snapshot.Sequence <= sequence)
            .OrderBy(snapshot => snapshot.Sequence)
            .ToListAsync(cancellationToken);
        if (chain.Count > 0 && chain[0].Keyframe && chain[^1].Sequence == sequence)
        {
            return Named(gameId, chain[0].Sequence, sequence, () => Replay(chain));
        }

        return await SegmentAsync(db, gameId, sequence, cancellationToken) is { } segment
            ? Named(gameId, segment.FirstSequence, segment.LastSequence, () => SegmentCodec.Decode(segment.Payload).Response(sequence - segment.FirstSequence))
            : null;
    }

    public static async Task<IReadOnlyList<RecordedChange>> ChangesAsync(MnmDbContext db, long gameId, int from, int to, CancellationToken cancellationToken)
    {
        var rows = await db.GameSnapshots.AsNoTracking()
            .Where(snapshot => snapshot.GameId == gameId && snapshot.Sequence >= from && snapshot.Sequence <= to)
            .OrderBy(snapshot => snapshot.Sequence)
            .ToListAsync(cancellationToken);
        var segments = await db.SnapshotSegments.AsNoTracking()
            .Where(segment => segment.GameId == gameId && segment.LastSequence >= from && segment.FirstSequence <= to)
            .OrderBy(segment => segment.FirstSequence)
            .ToListAsync(cancellationToken);
        var changes = new List<RecordedChange>();
        foreach (var segment in segments)
        {
            changes.AddRange(Named(gameId, segment.FirstSequence, segment.LastSequence, () => Changes(segment))
                .Where(change => change.Moment.Sequence >= from && change.Moment.Sequence <= to));
        }

        var folded = segments.Count > 0 ? segments[^1].LastSequence : -1;
        changes.AddRange(rows.Where(row => row.Sequence > folded).Select(row => new RecordedChange(
            new(row.Sequence, row.GameTimeSeconds, row.PolledAt, row.Segment), row.Keyframe ? default(ReadOnlyMemory<byte>?) : row.Payload)));
        return changes;
    }

    public static byte[] Apply(byte[] response, byte[] delta)
    {
        using var change = JsonDocument.Parse(delta, DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        var tree = JsonTree.Of(response);
        tree.Apply(change.RootElement);
        tree.Write(buffer);
        return buffer.Written.ToArray();
    }

    private static IQueryable<RecordedMoment> Moments(IQueryable<GameSnapshot> snapshots) => snapshots
        .OrderBy(snapshot => snapshot.Sequence)
        .Select(snapshot => new RecordedMoment(snapshot.Sequence, snapshot.GameTimeSeconds, snapshot.PolledAt, snapshot.Segment));

    private static IReadOnlyList<RecordedMoment> Decode(long gameId, int first, int last, byte[] moments) => Named(gameId, first, last, () =>
        MomentsCodec.Decode(first, moments) is var decoded && decoded.Count == last - first + 1 ? decoded : throw new FormatException("it has times of other polls"));

    private static byte[] Replay(List<GameSnapshot> chain)
    {
        if (chain.Count != chain[^1].Sequence - chain[0].Sequence + 1)
        {
            throw new FormatException("a poll in between is missing.");
        }

        var tree = JsonTree.Of(Packing.Unpack(chain[0].Payload));
        foreach (var snapshot in chain.Skip(1))
        {
            using var delta = JsonDocument.Parse(snapshot.Payload, DeltaCodec.Parsing);
            tree.Apply(delta.RootElement);
        }

        using var buffer = new DeltaBuffer();
        tree.Write(buffer);
        return buffer.Written.ToArray();
    }

    private static Task<SnapshotSegment?> SegmentAsync(MnmDbContext db, long gameId, int sequence, CancellationToken cancellationToken) => db.SnapshotSegments.AsNoTracking()
        .FirstOrDefaultAsync(segment => segment.GameId == gameId && segment.FirstSequence <= sequence && segment.LastSequence >= sequence, cancellationToken);

    private static List<RecordedChange> Changes(SnapshotSegment segment)
    {
        var folded = SegmentCodec.Decode(segment.Payload);
        var moments = MomentsCodec.Decode(segment.FirstSequence, segment.Moments);
        var changes = new List<RecordedChange> { new(moments[0], null) };
        using var buffer = new DeltaBuffer();
        for (var poll = 1; poll < folded.Count; poll++)
        {
            buffer.Clear();
            folded.WriteDelta(poll, buffer);
            changes.Add(new(moments[poll], buffer.Written.ToArray()));
        }

        return changes;
    }

    /// <summary>Says which part of which recording is damaged.</summary>
    public static T Named<T>(long gameId, int first, int last, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new FormatException($"The recording of game {gameId} is damaged in polls {first} to {last}: {fault.Message}", fault);
        }
    }
}
