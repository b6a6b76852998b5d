using System.Net;
using Microsoft.Extensions.Logging;

namespace MnM.Collector.Riot.Keys;

/// <summary>Whether Riot takes the keys. With a key that it refuses nothing is asked but, now and then, whether it takes it again; a new one is used at once.</summary>
public sealed partial class KeyHealth : IDisposable
{
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromMinutes(15);

    private readonly RiotKeys _keys;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Judgement[] _judgements = [.. Enum.GetValues<RiotProduct>().Select(_ => new Judgement(null, KeyState.Untested, default))];
    private readonly (string? Key, long StartedAt, bool? IsGood)[] _checks = new (string?, long, bool?)[Enum.GetValues<RiotProduct>().Length];
    private readonly long[] _refusedAt = new long[Enum.GetValues<RiotProduct>().Length];
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lock _lock = new();

    public KeyHealth(RiotKeys keys, TimeProvider time, ILogger<KeyHealth> logger) => (_keys, _time, _logger) = (keys, time, logger);

    /// <summary>How a product's key stands, and what to do.</summary>
    public KeyReport Of(RiotProduct product)
    {
        var (key, origin) = (_keys.Find(product), _keys.OriginOf(product));
        lock (_lock)
        {
            var known = _judgements[(int)product];
            return key is null ? new KeyReport(product, KeyState.Missing, null, origin)
                : known.Key == key ? new KeyReport(product, known.State, known.Since, origin)
                : new KeyReport(product, KeyState.Untested, null, origin);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Whether there is a key that Riot may take.</summary>
    internal bool IsUsable(RiotProduct product)
    {
        var key = _keys.Find(product);
        lock (_lock)
        {
            var known = _judgements[(int)product];
            return key is not null && !(known.State == KeyState.Bad && known.Key == key);
        }
    }

    /// <summary>Notes that Riot took the key.</summary>
    internal void Took(RiotProduct product, string key) => Judge(product, key, KeyState.Good);

    /// <summary>Notes that Riot refused the key where it takes every good one.</summary>
    internal void Refused(RiotProduct product, string key) => Judge(product, key, KeyState.Bad);

    /// <summary>What the answer to a question says that every good key may ask; null where it says nothing of the key.</summary>
    internal static bool? IsGood(HttpStatusCode? answer) => answer switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false,
        _ => null,
    };

    /// <summary>Whether a refusal means the key; null where that could not be found out.</summary>
    /// <param name="product">Whose key was refused.</param>
    /// <param name="key">The key.</param>
    /// <param name="refusedAt">Timestamp of the refusal: a check that began before it proves nothing.</param>
    /// <param name="ask">Asks for something that every good key may have.</param>
    /// <param name="cancellationToken">Ends the wait for a check that others began.</param>
    internal async Task<bool?> IsBadAsync(RiotProduct product, string key, long refusedAt, Func<Task<HttpStatusCode?>> ask, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Many are refused at once; one question tells for all of them.
            if (_judgements[(int)product] is { State: KeyState.Bad } known && known.Key == key)
            {
                return true;
            }

            if (_checks[(int)product] is { IsGood: { } isGood } check && check.Key == key && check.StartedAt >= refusedAt)
            {
                return !isGood;
            }

            var startedAt = _time.GetTimestamp();
            var answer = IsGood(await ask());
            _checks[(int)product] = (key, startedAt, answer);
            if (answer is { } good)
            {
                Judge(product, key, good ? KeyState.Good : KeyState.Bad);
            }

            return !answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether a key that was refused is taken again; asks for that seldom, and says no in between.</summary>
    /// <param name="product">Whose key it is.</param>
    /// <param name="key">The key.</param>
    /// <param name="ask">Asks for something that every good key may have.</param>
    internal async Task<bool> IsTakenAgainAsync(RiotProduct product, string key, Func<Task<HttpStatusCode?>> ask)
    {
        lock (_lock)
        {
            if (_judgements[(int)product] is not { State: KeyState.Bad } known || known.Key != key || _time.GetElapsedTime(_refusedAt[(int)product]) < AskedAgainAfter)
            {
                return false;
            }

            // Others do not ask meanwhile.
            _refusedAt[(int)product] = _time.GetTimestamp();
        }

        if (IsGood(await ask()) is not true)
        {
            return false;
        }

        Judge(product, key, KeyState.Good);
        return true;
    }

    private void Judge(RiotProduct product, string key, KeyState state)
    {
        lock (_lock)
        {
            var known = _judgements[(int)product];
            if ((known.State == state && known.Key == key) || _keys.Find(product) != key)
            {
                // What is said of a key that is not in use any more says nothing of the one that is.
                return;
            }

            _judgements[(int)product] = new Judgement(key, state, _time.GetUtcNow());
            _refusedAt[(int)product] = _time.GetTimestamp();
        }

        if (state == KeyState.Bad)
        {
            Log.Refused(_logger, product);
        }
    }

    private sealed class Judgement(string? key, KeyState state, DateTimeOffset since)
    {
        public string? Key => key;

        public KeyState State => state;

        public DateTimeOffset Since => since;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Riot refuses the key for {Product}: it has expired or is wrong. Nothing else is asked until another is entered, or Riot takes it again")]
        public static partial void Refused(ILogger logger, RiotProduct product);
    }
}
