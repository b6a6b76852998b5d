using System.Collections.Immutable;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Requests;

/// <summary>How long requests take at the least under a key's limits, if neither they nor their answers take any time.</summary>
internal static class ShortestTime
{
    /// <summary>Seconds from the first to the last of so many requests.</summary>
    public static double Of(int requests, KeyKind kind = KeyKind.Personal) => Of(requests, kind.AppLimits());

    /// <summary>The same under other limits.</summary>
    public static double Of(int requests, ImmutableArray<RateLimit> limits)
    {
        var times = new double[requests];
        for (var request = 0; request < requests; request++)
        {
            times[request] = limits.Max(limit => request >= limit.Requests ? times[request - limit.Requests] + limit.Seconds : 0);
        }

        return times[^1];
    }
}
