using System.Collections.Immutable;

namespace MnM.Collector.Riot;

/// <summary>How much was asked in the last minute, and what failed last.</summary>
internal sealed class RequestStatistics(TimeProvider time)
{
    private const int FaultsKept = 20;
    private const int Seconds = 60;

    private readonly Dictionary<string, (long Second, int Requests)[]> _routes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private ImmutableArray<RequestFault> _faults = [];

    /// <summary>What failed last, the latest first.</summary>
    public ImmutableArray<RequestFault> Faults
    {
        get { lock (_lock) { return _faults; } }
    }

    private long Second => time.GetTimestamp() / time.TimestampFrequency;

    /// <summary>A request was sent.</summary>
    public void Count(string route)
    {
        lock (_lock)
        {
            if (!_routes.TryGetValue(route, out var seconds))
            {
                _routes[route] = seconds = new (long, int)[Seconds];
            }

            var second = Second;
            ref var slot = ref seconds[second % Seconds];
            slot = (second, slot.Second == second ? slot.Requests + 1 : 1);
        }
    }

    /// <summary>A question remained without an answer.</summary>
    public void Failed(RiotCall call, string reason)
    {
        lock (_lock)
        {
            _faults = [new RequestFault(time.GetUtcNow(), call.Route, call.Method, reason), .. _faults.Take(FaultsKept - 1)];
        }
    }

    /// <summary>Requests that were sent in the last minute.</summary>
    public int LastMinute(string route)
    {
        lock (_lock)
        {
            var from = Second - Seconds;
            return _routes.TryGetValue(route, out var seconds) ? seconds.Sum(slot => slot.Second > from ? slot.Requests : 0) : 0;
        }
    }
}
