using System.Data;
using System.Data.Common;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Stores records by prepared commands on a connection of its own, and numbers the polls: each that is stored follows the one before it.
/// After an exception nothing of the call is stored, and the writer is of no more use.
/// </summary>
internal sealed class PollWriter : IAsyncDisposable
{
    private readonly MnmDbContext _db;
    private readonly RowWriter<Game> _games;
    private readonly PlayerWriter _players;
    private readonly RowWriter<GameEvent> _events;
    private readonly RowWriter<GameSnapshot> _snapshots;
    private readonly RowWriter<GameGap> _gaps;
    private readonly DbCommand _count;
    private Game? _last;
    private int _lastGaps;

    private PollWriter(MnmDbContext db)
    {
        _db = db;

        // The poller does not know of a star that was given since the game began.
        _games = RowWriter<Game>.Upsert(db, nameof(Game.IsStarred));
        _players = new PlayerWriter(db);
        _events = RowWriter<GameEvent>.Insert(db);
        _snapshots = RowWriter<GameSnapshot>.Insert(db);
        _gaps = RowWriter<GameGap>.Insert(db);
        _count = db.Database.GetDbConnection().CreateCommand();
        _count.CommandText = "SELECT COUNT(*) FROM game_snapshots WHERE game_id = @game_id AND sequence = @sequence";
        _count.Parameters.AddRange(new[] { Parameter("@game_id", DbType.Int64), Parameter("@sequence", DbType.Int32) });
        _count.Prepare();

        DbParameter Parameter(string name, DbType type)
        {
            var parameter = _count.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            return parameter;
        }
    }

    /// <summary>What is stored of the game that was stored last; null before the first.</summary>
    public StoredCount? Stored => _last is { } game ? new(game.Id, game.Polls, _lastGaps) : null;

    public static async Task<PollWriter> OpenAsync(IDbContextFactory<MnmDbContext> contexts, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            return new PollWriter(db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stores records in one transaction.</summary>
    public async Task StoreAsync(IReadOnlyList<PollRecord> records, CancellationToken cancellationToken)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var game in records.GroupBy(record => record.Game.Id))
        {
            await StoreAsync([.. game], transaction.GetDbTransaction(), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _games.Dispose();
        _players.Dispose();
        _events.Dispose();
        _snapshots.Dispose();
        _gaps.Dispose();
        await _count.DisposeAsync();
        await _db.DisposeAsync();
    }

    private async Task StoreAsync(PollRecord[] records, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var row = records[^1].Game;
        var isLast = _last?.Id == row.Id;
        var before = isLast ? _last : await StoredAsync(row.Id, cancellationToken);
        var gapsBefore = isLast ? _lastGaps : await _db.GameGaps.CountAsync(gap => gap.GameId == row.Id, cancellationToken);
        var (snapshots, gaps) = Number(records, before);
        if (!await CanFollowAsync(records, snapshots, transaction, cancellationToken))
        {
            snapshots.Clear();
            gaps.Clear();
        }

        Count(row, before, snapshots);
        await _games.WriteAsync(row, transaction, cancellationToken);
        var players = records is [var single] ? single.Players : records.SelectMany(record => record.Players).Reverse().DistinctBy(player => player.Slot);
        await _players.WriteAsync(row.Id, players, transaction, cancellationToken);
        foreach (var record in records)
        {
            await AddEventsAsync(record, transaction, cancellationToken);
        }

        foreach (var snapshot in snapshots)
        {
            await _snapshots.WriteAsync(snapshot, transaction, cancellationToken);
        }

        foreach (var gap in gaps)
        {
            await _gaps.WriteAsync(gap, transaction, cancellationToken);
        }

        (_last, _lastGaps) = (row, gapsBefore + gaps.Count);
    }

    private async Task AddEventsAsync(PollRecord record, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (record.IsWhole)
        {
            await _db.GameEvents.Where(told => told.GameId == record.Game.Id).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var told in record.Events)
        {
            await _events.WriteAsync(told, transaction, cancellationToken);
        }
    }

    /// <summary>The rows of polls, numbered on from what is stored, and of the gaps between them.</summary>
    internal static (List<GameSnapshot> Snapshots, List<GameGap> Gaps) Number(PollRecord[] records, Game? before)
    {
        var (snapshots, gaps) = (new List<GameSnapshot>(records.Length), new List<GameGap>());
        var sequence = before?.Polls ?? 0;
        var (lastPolledAt, lastGameTime) = (before?.LastPolledAt ?? default, before?.LastGameTime ?? 0);
        foreach (var record in records)
        {
            if (record.Payload is not { } payload)
            {
                continue;
            }

            if (record.GapBefore is { } reason && sequence > 0)
            {
                gaps.Add(new GameGap
                {
                    GameId = record.Game.Id,
                    Sequence = sequence,
                    LastPolledAt = lastPolledAt,
                    NextPolledAt = record.PolledAt,
                    FromGameTime = lastGameTime,
                    ToGameTime = record.GameTime,
                    Reason = reason,
                });
            }

            snapshots.Add(new GameSnapshot
            {
                GameId = record.Game.Id,
                Sequence = sequence++,
                Segment = record.Segment,
                PolledAt = record.PolledAt,
                GameTimeSeconds = record.GameTime,
                Keyframe = record.Keyframe,
                Payload = record.Keyframe ? Compress(payload.Span) : payload.ToArray(),
            });
            (lastPolledAt, lastGameTime) = (record.PolledAt, record.GameTime);
        }

        return (snapshots, gaps);
    }

    /// <summary>
    /// Whether the poll is there that the first of these follows. The result of a game goes on answering, and by then its polls may be folded:
    /// the first is stored whole then. Or they were deleted: those that come late go too, unless the game goes on that was given up.
    /// </summary>
    /// <exception cref="InvalidOperationException">It goes on with a change of a poll that was deleted: a whole one must come first.</exception>
    private async Task<bool> CanFollowAsync(PollRecord[] records, List<GameSnapshot> snapshots, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (snapshots is not [{ Sequence: > 0 and var sequence } first, ..] || await HasRowAsync(first.GameId, sequence - 1, transaction, cancellationToken))
        {
            return true;
        }

        if (!await _db.SnapshotSegments.AnyAsync(segment => segment.GameId == first.GameId && segment.LastSequence == sequence - 1, cancellationToken))
        {
            var goesOn = records.First(record => record.Payload is not null).Game.IsLive;
            return !goesOn || first.Keyframe ? goesOn : throw new InvalidOperationException($"poll {sequence} of game {first.GameId} follows one that was deleted");
        }

        if (!first.Keyframe)
        {
            var last = await RecordingReader.ResponseAsync(_db, first.GameId, sequence - 1, cancellationToken);
            (first.Keyframe, first.Payload) = (true, Compress(RecordingReader.Apply(last!, first.Payload)));
        }

        return true;
    }

    private async Task<bool> HasRowAsync(long game, int sequence, DbTransaction transaction, CancellationToken cancellationToken)
    {
        (_count.Parameters[0].Value, _count.Parameters[1].Value, _count.Transaction) = (game, sequence, transaction);
        return await _count.ExecuteScalarAsync(cancellationToken) is not 0L;
    }

    /// <summary>What the row says of the recording is what is stored, whatever the poller has seen.</summary>
    internal static void Count(Game row, Game? before, List<GameSnapshot> added)
    {
        row.Polls = (before?.Polls ?? 0) + added.Count;
        row.FirstGameTime = before is { Polls: > 0 } ? before.FirstGameTime : added is [var first, ..] ? first.GameTimeSeconds : row.FirstGameTime;
        (row.LastPolledAt, row.LastGameTime) = (added, before) switch
        {
            ([.., var last], _) => (last.PolledAt, last.GameTimeSeconds),
            (_, not null) => (before.LastPolledAt, before.LastGameTime),
            _ => (row.LastPolledAt, row.LastGameTime),
        };
    }

    private Task<Game?> StoredAsync(long id, CancellationToken cancellationToken)
    {
        var games = _db.Games;
        return games.AsNoTracking().FirstOrDefaultAsync(game => game.Id == id, cancellationToken);
    }

    private static byte[] Compress(ReadOnlySpan<byte> response)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(response.Length)];
        return BrotliEncoder.TryCompress(response, compressed, out var length, quality: 4, window: 20)
            ? compressed[..length]
            : throw new InvalidOperationException("A response could not be compressed.");
    }
}
