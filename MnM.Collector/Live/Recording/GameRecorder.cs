using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;

namespace MnM.Collector.Live.Recording;

/// <summary>
/// Stores polls behind the poller: a locked database or a full disk delays storing, never polling.
/// What cannot be stored yet waits in memory; what must be given up is made good by a whole poll, since a delta needs the one before it.
/// </summary>
public sealed partial class GameRecorder(IDbContextFactory<MnmDbContext> contexts, TimeProvider time, ILogger<GameRecorder> logger) : BackgroundService
{
    /// <summary>An hour of polls at the usual interval, some 6 MB.</summary>
    private const int MostWaiting = 3600;
    private const int MostPerTransaction = 64;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>();
    private readonly HashSet<long> _broken = [];
    private volatile string? _fault;
    private volatile StoredCount? _stored;
    private PollWriter? _writer;
    private int _lostChain;

    /// <summary>Why nothing can be stored at the moment, for people; null while all is well.</summary>
    public string? Fault => _fault is { } fault && IsFull ? $"{fault} No more of them fit: new ones are lost." : _fault;

    /// <summary>How much of a game is recorded, for people: what is stored, not what was seen.</summary>
    internal RecordingView Of(LiveView game) => _stored is { } stored && stored.GameId == game.GameId
        ? game.Recording with { Polls = stored.Polls, Gaps = stored.Gaps, Fault = Fault }
        : game.Recording with { Polls = 0, Gaps = 0, Fault = Fault };

    private bool IsFull => _queue.Reader.Count >= MostWaiting;

    /// <summary>Completes when everything enqueued so far is stored or given up.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync(new Work(null, done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The same, for whom a database that does not answer may delay but not stop.</summary>
    public async Task FlushAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await FlushAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Fault tells it.
        }
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

    /// <summary>Hands a record over; it is stored soon after. After <see cref="TakeLostChain"/> has told a loss, the next one must be whole.</summary>
    internal void Enqueue(PollRecord record)
    {
        // A game's end is never given up: its row would say for ever that it runs.
        if ((record.Payload is not null && IsFull) || !_queue.Writer.TryWrite(new Work(record, null)))
        {
            Interlocked.Exchange(ref _lostChain, 1);
        }
    }

    /// <summary>Whether records were given up since the last call, so that the next poll must be a keyframe.</summary>
    internal bool TakeLostChain() => Interlocked.Exchange(ref _lostChain, 0) == 1;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<PollRecord>();
        var flushed = new List<TaskCompletionSource>();
        try
        {
            while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
            {
                while (batch.Count < MostPerTransaction && _queue.Reader.TryRead(out var work))
                {
                    if (work.Record is { } record && HasBase(record))
                    {
                        batch.Add(record);
                    }

                    if (work.Flushed is { } told)
                    {
                        flushed.Add(told);
                    }
                }

                await StoreOrWaitAsync(batch, stoppingToken);
                flushed.ForEach(done => done.TrySetResult());
                batch.Clear();
                flushed.Clear();
            }
        }
        finally
        {
            await CloseAsync();
        }
    }

    private async Task StoreOrWaitAsync(List<PollRecord> batch, CancellationToken stoppingToken)
    {
        while (batch.Count > 0)
        {
            try
            {
                _writer ??= await PollWriter.OpenAsync(contexts, CancellationToken.None);
                await _writer.StoreAsync(batch, CancellationToken.None);
                _stored = _writer.Stored;
                if (_fault is not null)
                {
                    Log.GoesOn(logger);
                }

                _fault = null;
                return;
            }
            catch (Exception fault)
            {
                await CloseAsync();
                if (Reason(fault) is not { } reason || stoppingToken.IsCancellationRequested)
                {
                    await GiveUpAsync(batch, fault, stoppingToken);
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

    /// <summary>Gives up what cannot be stored, but not what can: of several records each is tried by itself.</summary>
    private async Task GiveUpAsync(List<PollRecord> batch, Exception fault, CancellationToken stoppingToken)
    {
        if (batch.Count > 1 && !stoppingToken.IsCancellationRequested)
        {
            foreach (var record in batch.Where(HasBase))
            {
                await StoreOrWaitAsync([record], stoppingToken);
            }

            return;
        }

        Log.GivenUp(logger, batch.Count, fault);
        _fault = $"The database refuses polls, which are lost: {fault.Message}";
        _broken.UnionWith(batch.Select(record => record.Game.Id));
        Interlocked.Exchange(ref _lostChain, 1);
    }

    /// <summary>Until a whole record comes, deltas of a game of which something was given up have nothing to stand on.</summary>
    private bool HasBase(PollRecord record)
    {
        if (record.IsWhole)
        {
            _broken.Remove(record.Game.Id);
        }

        return record.Payload is null || !_broken.Contains(record.Game.Id);
    }

    private async Task CloseAsync()
    {
        if (_writer is { } writer)
        {
            _writer = null;
            await writer.DisposeAsync();
        }
    }

    /// <summary>A fault that passes by itself, in words; null for one that would come again.</summary>
    private static string? Reason(Exception fault) => (fault as SqliteException ?? fault.InnerException as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => "The database is locked by another program. Polls wait in memory.",
        8 or 14 => "The database cannot be written. Polls wait in memory.",
        10 => "The disk reports an error. Polls wait in memory.",
        13 => "The disk is full. Polls wait in memory.",
        _ => null,
    };

    private sealed record Work(PollRecord? Record, TaskCompletionSource? Flushed);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Recording pauses: {Reason}")]
        public static partial void Pauses(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Recording goes on")]
        public static partial void GoesOn(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} polls could not be stored and are given up; the next one is a keyframe")]
        public static partial void GivenUp(ILogger logger, int count, Exception fault);
    }
}
