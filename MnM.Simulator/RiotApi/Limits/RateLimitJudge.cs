using System.Collections.Immutable;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>
/// Recomputes from the request log how well a client kept to the limits. Every request counts that its key allowed, also those that were refused:
/// a client that is told to wait has already asked too much.
/// </summary>
public static class RateLimitJudge
{
    /// <summary>Every limit that was used, in no particular order.</summary>
    /// <param name="log">The file of <c>--log</c>.</param>
    /// <param name="kind">What the keys in it were given for.</param>
    public static ImmutableArray<WindowUse> Read(string log, KeyKind kind) => Judge(LoggedRequest.ReadAll(log), _ => kind);

    /// <param name="requests">In the order of their times.</param>
    /// <param name="kindOf">What a key was given for.</param>
    public static ImmutableArray<WindowUse> Judge(IEnumerable<LoggedRequest> requests, Func<string, KeyKind> kindOf)
    {
        var counted = requests.Where(one => one.Status is not 401).ToList();
        return
        [
            .. from one in counted
               group one.Milliseconds by (one.Key, one.Route) into app
               from limit in kindOf(app.Key.Key).AppLimits()
               select Use(app.Key.Key, app.Key.Route, null, limit, [.. app]),
            .. from one in counted
               group one.Milliseconds by (one.Key, one.Route, one.Method) into method
               from limit in RiotMethods.Find(method.Key.Method)!.Limits
               select Use(method.Key.Key, method.Key.Route, method.Key.Method, limit, [.. method]),
        ];
    }

    private static WindowUse Use(string key, string route, string? method, RateLimit limit, long[] times)
    {
        var (most, at, first) = (0, 0L, 0);
        for (var last = 0; last < times.Length; last++)
        {
            while (times[first] <= times[last] - (limit.Seconds * 1000L))
            {
                first++;
            }

            if (last - first + 1 > most)
            {
                (most, at) = (last - first + 1, times[last]);
            }
        }

        return new WindowUse(key, route, method, limit, most, at);
    }
}
