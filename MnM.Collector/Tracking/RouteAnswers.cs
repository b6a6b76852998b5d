using System.Collections.Concurrent;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking;

/// <summary>When Riot's routes last answered anything. An error counts against a game only where others are answered meanwhile: an outage is nobody's error.</summary>
internal sealed class RouteAnswers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _answered = [];

    public void Note<T>(string route, RiotAnswer<T> answer)
    {
        if (answer is not RiotAnswer<T>.Unavailable)
        {
            _answered[route] = time.GetTimestamp();
        }
    }

    /// <summary>Whether a route has answered anything within that time.</summary>
    public bool Within(string route, TimeSpan span) => _answered.TryGetValue(route, out var at) && time.GetElapsedTime(at) <= span;
}
