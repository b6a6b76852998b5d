using System.Collections.Concurrent;

namespace MnM.Collector.Riot;

/// <summary>When Riot's routes last answered anything. An error counts against a game only where others are answered meanwhile: an outage is nobody's error.</summary>
internal sealed class RouteAnswers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _answered = [];
    private readonly ConcurrentDictionary<string, string> _faults = [];

    public void Note<T>(string route, RiotAnswer<T> answer)
    {
        if (answer is not RiotAnswer<T>.Unavailable unavailable)
        {
            _answered[route] = time.GetTimestamp();
            _faults.TryRemove(route, out _);
        }
        else if (!unavailable.IsAnswered)
        {
            _faults[route] = unavailable.Reason;
        }
    }

    /// <summary>Whether a route has answered anything within that time.</summary>
    public bool Within(string route, TimeSpan span) => _answered.TryGetValue(route, out var at) && time.GetElapsedTime(at) <= span;

    /// <summary>Why the last question to a route remained without an answer, for people; null where it was answered.</summary>
    public string? FaultOf(string route) => _faults.GetValueOrDefault(route);
}
