using Microsoft.Extensions.Logging;

namespace MnM.Collector.Tft.Analytics;

/// <summary>
/// Keeps answers by the canonical text of their question. An answer of the last half hour is given as it is; an older one is given as stale, while a newer one is counted behind.
/// A question that several ask at once is counted once. Only <see cref="Clear"/> throws answers away, and room for others.
/// </summary>
internal sealed partial class AnswerCache(TimeProvider time, ILogger<AnswerCache> logger) : IAsyncDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>Rows of all answers together: some four megabytes.</summary>
    public const int MostRows = 10_000;

    /// <summary>A count fills a processor; a page that asks for five figures at once shall not take all of them.</summary>
    private const int MostAtOnce = 2;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<TftReply>> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly CancellationTokenSource _stop = new();
    private long _generation;
    private long _uses;

    /// <summary>The answer to a question; what is no answer is not kept.</summary>
    /// <param name="key">The question's canonical text.</param>
    /// <param name="count">Counts; it is ended only when MnM ends, since others may wait for it too.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<TftReply> FindAsync(string key, Func<CancellationToken, Task<TftReply>> count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var entry = _entries.GetValueOrDefault(key);
            if (entry is not null)
            {
                entry.LastUse = ++_uses;
                if (time.GetUtcNow() - entry.Answer.AsOf < Fresh)
                {
                    return Task.FromResult<TftReply>(new TftReply.Answered(entry.Answer));
                }
            }

            var counting = _underWay.GetValueOrDefault(key) ?? Begin(key, count);
            return entry is null ? counting.WaitAsync(cancellationToken) : Task.FromResult<TftReply>(new TftReply.Answered(entry.Answer with { IsStale = true }));
        }
    }

    /// <summary>Forgets all answers; what is being counted now is not kept either.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _generation++;
            _entries.Clear();
            _underWay.Clear();
        }
    }

    /// <summary>Ends when nothing is being counted.</summary>
    public async Task SettleAsync()
    {
        while (Running() is { Length: > 0 } running)
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await SettleAsync();
        _stop.Dispose();
        _turns.Dispose();
    }

    private Task[] Running()
    {
        lock (_lock)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            return [.. _running];
        }
    }

    private Task<TftReply> Begin(string key, Func<CancellationToken, Task<TftReply>> count)
    {
        var generation = _generation;
        var counting = Task.Run(() => CountAsync(key, count, generation));
        _underWay[key] = counting;
        _running.RemoveWhere(task => task.IsCompleted);
        _running.Add(counting);
        return counting;
    }

    private async Task<TftReply> CountAsync(string key, Func<CancellationToken, Task<TftReply>> count, long generation)
    {
        TftReply? reply = null;
        try
        {
            await _turns.WaitAsync(_stop.Token);
            try
            {
                return reply = await count(_stop.Token);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (Exception fault) when (!_stop.IsCancellationRequested)
        {
            // Behind a stale answer nobody else would hear of it.
            Log.CountFailed(logger, fault);
            throw;
        }
        finally
        {
            End(key, reply, generation);
        }
    }

    private void End(string key, TftReply? reply, long generation)
    {
        lock (_lock)
        {
            if (generation != _generation)
            {
                return;
            }

            _underWay.Remove(key);
            if (reply is not TftReply.Answered { Answer: var answer })
            {
                // Of what is not there any more, as an archived patch, nothing is told as stale for ever.
                if (reply is TftReply.Empty)
                {
                    _entries.Remove(key);
                }

                return;
            }

            _entries[key] = new Entry(answer) { LastUse = ++_uses };
            for (var rows = _entries.Values.Sum(entry => entry.Weight); rows > MostRows && _entries.Count > 1;)
            {
                var (oldest, entry) = _entries.MinBy(pair => pair.Value.LastUse);
                _entries.Remove(oldest);
                rows -= entry.Weight;
            }
        }
    }

    private sealed class Entry(TftAnswer answer)
    {
        /// <summary>What an answer holds beside its rows, in rows.</summary>
        private const int Frame = 10;

        public TftAnswer Answer => answer;

        public int Weight => Frame + answer.Rows.Length;

        public long LastUse { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "TFT: a question was not answered")]
        public static partial void CountFailed(ILogger logger, Exception fault);
    }
}
