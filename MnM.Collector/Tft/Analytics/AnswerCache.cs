using Microsoft.Extensions.Logging;

namespace MnM.Collector.Tft.Analytics;

/// <summary>
/// Keeps answers by the canonical text of their question. An answer of the last half hour is given as it is; an older one is given as stale, while a newer one is counted behind.
/// A question that several ask at once is counted once, and no longer when the last of them has gone. Only <see cref="Clear"/> throws answers away, and room for others.
/// </summary>
internal sealed partial class AnswerCache(TimeProvider time, ILogger<AnswerCache> logger) : IAsyncDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>For an answer that was counted while many stored matches still had no rows.</summary>
    public static readonly TimeSpan FreshOfPart = TimeSpan.FromMinutes(1);

    /// <summary>Rows of all answers together: some four megabytes.</summary>
    public const int MostRows = 10_000;

    /// <summary>A count fills a processor; a page that asks for five figures at once shall not take all of them.</summary>
    public const int MostAtOnce = 2;

    /// <summary>Counts that wait for their turn; who asks for another one is told to come back.</summary>
    public const int MostWaiting = 32;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Counting> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<Counting> _running = [];
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly CancellationTokenSource _stop = new();
    private long _generation;
    private long _uses;

    /// <summary>The answer to a question; what is no answer is not kept.</summary>
    /// <param name="key">The question's canonical text.</param>
    /// <param name="count">Counts; it is ended when all who asked have gone, and when MnM ends.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<TftReply> FindAsync(string key, Func<CancellationToken, Task<TftReply>> count, CancellationToken cancellationToken)
    {
        Counting? counting;
        lock (_lock)
        {
            if (_entries.GetValueOrDefault(key) is { } entry)
            {
                entry.LastUse = ++_uses;
                var isStale = time.GetUtcNow() - entry.Answer.AsOf >= (entry.Answer.IsOfPart ? FreshOfPart : Fresh);
                if (isStale && !_underWay.ContainsKey(key) && Begin(key, count) is { } renewal)
                {
                    // Nobody waits for it, so that nobody leaves it either.
                    renewal.Askers++;
                }

                return new TftReply.Answered(entry.Answer with { IsStale = isStale });
            }

            counting = _underWay.GetValueOrDefault(key) ?? Begin(key, count);
            if (counting is null)
            {
                return new TftReply.Failed("Too many questions are being counted. Ask again in some seconds.") { RetryAfter = Busy };
            }

            counting.Askers++;
        }

        try
        {
            return await counting.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, counting);
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
            return [.. _running.Select(counting => counting.Task)];
        }
    }

    private Counting? Begin(string key, Func<CancellationToken, Task<TftReply>> count)
    {
        if (_running.Count == MostAtOnce + MostWaiting)
        {
            return null;
        }

        var (counting, generation) = (new Counting(_stop.Token), _generation);
        _underWay[key] = counting;
        _running.Add(counting);
        counting.Task = Task.Run(() => CountAsync(key, counting, count, generation));
        return counting;
    }

    private async Task<TftReply> CountAsync(string key, Counting counting, Func<CancellationToken, Task<TftReply>> count, long generation)
    {
        TftReply? reply = null;
        var stop = counting.Stop.Token;
        try
        {
            await _turns.WaitAsync(stop);
            try
            {
                return reply = await count(stop);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // Behind a stale answer nobody else would hear of it.
            Log.CountFailed(logger, fault);
            throw;
        }
        finally
        {
            End(key, counting, reply, generation);
            counting.Stop.Dispose();
        }
    }

    private void Leave(string key, Counting counting)
    {
        lock (_lock)
        {
            if (--counting.Askers > 0 || !_running.Contains(counting))
            {
                return;
            }

            // Whoever asks from here on has it counted from the beginning.
            Forget(key, counting);

            // Last, since the count may go on, and end, within this call.
            counting.Stop.Cancel();
        }
    }

    private void Forget(string key, Counting counting)
    {
        if (_underWay.GetValueOrDefault(key) == counting)
        {
            _underWay.Remove(key);
        }
    }

    private void End(string key, Counting counting, TftReply? reply, long generation)
    {
        lock (_lock)
        {
            _running.Remove(counting);
            Forget(key, counting);
            if (generation != _generation)
            {
                return;
            }

            if (reply is not TftReply.Answered { Answer: var answer })
            {
                // Of what is not there any more, as an archived patch, nothing is told as stale for ever.
                if (reply is TftReply.Empty)
                {
                    _entries.Remove(key);
                }

                return;
            }

            var added = new Entry(answer) { LastUse = ++_uses };
            if (added.Weight > MostRows / 2)
            {
                // It would drive the others out, and is asked for once, as a file.
                _entries.Remove(key);
                return;
            }

            _entries[key] = added;
            for (var rows = _entries.Values.Sum(entry => entry.Weight); rows > MostRows;)
            {
                var (oldest, entry) = _entries.MinBy(pair => pair.Value.LastUse);
                _entries.Remove(oldest);
                rows -= entry.Weight;
            }
        }
    }

    /// <summary>A count that is waiting or under way.</summary>
    private sealed class Counting(CancellationToken stop)
    {
        public CancellationTokenSource Stop { get; } = CancellationTokenSource.CreateLinkedTokenSource(stop);

        public Task<TftReply> Task { get; set; } = null!;

        /// <summary>Who wait for it.</summary>
        public int Askers { get; set; }
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
