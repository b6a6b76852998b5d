using System.IO.Compression;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Stores polls, each in one transaction, behind the poller: a locked database or a full disk delays storing, never polling.
/// What cannot be stored yet waits in memory; if that grows too long it is given up as a whole and a keyframe starts anew.
/// </summary>
public sealed partial class GameRecorder(IDbContextFactory<MnmDbContext> contexts, TimeProvider time, ILogger<GameRecorder> logger) : BackgroundService
{
    /// <summary>An hour of polls at the usual interval, about 3 MB.</summary>
    private const int MostWaiting = 3600;
    private const int MostPerTransaction = 64;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>();
    private volatile string? _fault;
    private readonly HashSet<long> _broken = [];
    private readonly Dictionary<long, HashSet<int>> _stored = [];
    private int _lostChain;
    private long? _skipped;

    /// <summary>Why nothing can be stored at the moment, for people; null while all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Completes when everything enqueued so far is stored or given up.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync(new Work(null, done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The poller has stopped before; what it left is still stored.
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
        {
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(3), time, cancellationToken));
        }

        await base.StopAsync(cancellationToken);
    }

    /// <summary>Hands a record over; it is stored soon after.</summary>
    internal void Enqueue(PollRecord record)
    {
        // A delta whose base was skipped has nothing to stand on; what waits before it is still good.
        _skipped = record.IsWhole ? null : _skipped;
        if (_skipped == record.Game.Id && record.Sequence is not null)
        {
            return;
        }

        if (_queue.Reader.Count >= MostWaiting || !_queue.Writer.TryWrite(new Work(record, null)))
        {
            _skipped = record.Game.Id;
            Interlocked.Exchange(ref _lostChain, 1);
        }
    }

    /// <summary>Whether records were given up since the last call, so that the next poll must be a keyframe.</summary>
    internal bool TakeLostChain() => Interlocked.Exchange(ref _lostChain, 0) == 1;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<PollRecord>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var flushed = new List<TaskCompletionSource>();
            while (batch.Count < MostPerTransaction && _queue.Reader.TryRead(out var work))
            {
                if (work.Record is not null)
                {
                    batch.Add(work.Record);
                }

                if (work.Flushed is not null)
                {
                    flushed.Add(work.Flushed);
                }
            }

            await StoreOrWaitAsync(batch, stoppingToken);
            batch.Clear();
            flushed.ForEach(done => done.TrySetResult());
        }
    }

    private async Task StoreOrWaitAsync(List<PollRecord> batch, CancellationToken stoppingToken)
    {
        while (batch.Count > 0)
        {
            try
            {
                await StoreAsync(batch, CancellationToken.None);
                if (_fault is not null)
                {
                    Log.GoesOn(logger);
                }

                _fault = null;
                return;
            }
            catch (Exception fault)
            {
                var reason = Reason(fault);
                if (reason is null || stoppingToken.IsCancellationRequested)
                {
                    Log.GivenUp(logger, batch.Count, fault);
                    batch.ForEach(GiveUp);
                    return;
                }

                if (_fault != reason)
                {
                    Log.Pauses(logger, reason);
                }

                _fault = reason;
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Until a whole record comes, deltas of this game have nothing to stand on.</summary>
    private void GiveUp(PollRecord record)
    {
        _broken.Add(record.Game.Id);
        Interlocked.Exchange(ref _lostChain, 1);
    }

    private async Task StoreAsync(List<PollRecord> batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = new Dictionary<long, HashSet<int>>();
        foreach (var game in Storable(batch).GroupBy(record => record.Game.Id))
        {
            var known = await KnownSlotsAsync(db, game.Key, cancellationToken);
            var row = db.Entry(game.Last().Game);
            row.State = known is null ? EntityState.Added : EntityState.Modified;
            if (known is not null)
            {
                // The poller's copy does not know of a star that was given since.
                row.Property(one => one.IsStarred).IsModified = false;
            }

            known = known is null ? [] : [.. known];
            foreach (var slot in game.SelectMany(record => record.Players).GroupBy(player => player.Slot))
            {
                db.Entry(PlayerInGame.Of(game.Key, slot.Last())).State = known.Add(slot.Key) ? EntityState.Added : EntityState.Modified;
            }

            await AddPollsAsync(db, game, cancellationToken);
            stored[game.Key] = known;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var (game, slots) in stored)
        {
            _stored[game] = slots;
        }
    }

    private static async Task AddPollsAsync(MnmDbContext db, IEnumerable<PollRecord> game, CancellationToken cancellationToken)
    {
        foreach (var record in game)
        {
            if (record.IsWhole)
            {
                await db.GameEvents.Where(told => told.GameId == record.Game.Id).ExecuteDeleteAsync(cancellationToken);
            }

            if (record.Sequence is { } sequence)
            {
                db.Add(new GameSnapshot
                {
                    GameId = record.Game.Id,
                    Sequence = sequence,
                    Segment = record.Segment,
                    PolledAt = record.PolledAt,
                    GameTimeSeconds = record.GameTime,
                    Keyframe = record.Keyframe,
                    Payload = record.Keyframe ? Compress(record.Payload.Span) : record.Payload.ToArray(),
                });
            }

            if (record.Gap is { } gap)
            {
                db.Add(gap);
            }

            db.AddRange(record.Events);
        }
    }

    /// <summary>Without the deltas whose base was given up.</summary>
    private IEnumerable<PollRecord> Storable(List<PollRecord> batch)
    {
        foreach (var record in batch)
        {
            if (record.IsWhole)
            {
                _broken.Remove(record.Game.Id);
            }

            if (record.Sequence is null || !_broken.Contains(record.Game.Id))
            {
                yield return record;
            }
        }
    }

    /// <summary>The slots of a stored game; null where the game has no row yet.</summary>
    private async Task<HashSet<int>?> KnownSlotsAsync(MnmDbContext db, long gameId, CancellationToken cancellationToken)
    {
        if (_stored.TryGetValue(gameId, out var known))
        {
            return known;
        }

        var games = db.Games;
        var players = db.PlayersInGames;
        return await games.AnyAsync(game => game.Id == gameId, cancellationToken)
            ? [.. await players.Where(player => player.GameId == gameId).Select(player => player.Slot).ToListAsync(cancellationToken)]
            : null;
    }

    private static byte[] Compress(ReadOnlySpan<byte> response)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(response.Length)];
        return BrotliEncoder.TryCompress(response, compressed, out var length, quality: 4, window: 20)
            ? compressed[..length]
            : throw new InvalidOperationException("A response could not be compressed.");
    }

    /// <summary>A fault that passes by itself, in words; null for one that would come again.</summary>
    private static string? Reason(Exception fault) => (fault as SqliteException ?? fault.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => "The database is locked by another program. Polls wait in memory.",
        8 or 14 => "The database cannot be written. Polls wait in memory.",
        10 => "The disk reports an error. Polls wait in memory.",
        13 => "The disk is full. Recording pauses; what is stored is safe.",
        _ => null,
    };

    private sealed record Work(PollRecord? Record, TaskCompletionSource? Flushed);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Recording pauses: {Reason}")]
        public static partial void Pauses(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Recording goes on, nothing was lost")]
        public static partial void GoesOn(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} polls could not be stored and are given up; the next one is a keyframe")]
        public static partial void GivenUp(ILogger logger, int count, Exception fault);
    }
}
