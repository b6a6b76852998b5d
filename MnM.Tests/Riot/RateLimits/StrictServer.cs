using MnM.Collector.Riot.RateLimits;

namespace MnM.Tests.Riot.RateLimits;

/// <summary>Counts requests in exact rolling windows as Riot says it does, and refuses what is too much.</summary>
internal sealed class StrictServer(TimeProvider clock)
{
    private static readonly RateLimit[] Wide = [new(20_000, 10), new(1_200_000, 600)];

    private readonly Dictionary<string, List<long>> _times = [];

    /// <summary>The limits of the route.</summary>
    public RateLimit[] Route { get; set; } = [new(20, 1), new(100, 120)];

    /// <summary>The limits of methods that are narrower than usual.</summary>
    public Dictionary<string, RateLimit[]> Methods { get; } = [];

    /// <summary>Requests that came although a window was full.</summary>
    public int Violations { get; private set; }

    /// <summary>Requests that were counted.</summary>
    public int Counted { get; private set; }

    /// <summary>Whether an answer names limits and counts.</summary>
    public Func<bool> IsSilent { get; set; } = () => false;

    /// <summary>What is said instead of the count that is true.</summary>
    public Func<int, int> Told { get; set; } = count => count;

    /// <summary>How a header with limits or counts is written.</summary>
    public Func<string, string> Written { get; set; } = header => header;

    /// <summary>Refuses a request to a method though there is room; null where it does not.</summary>
    public Func<string, RateHeaders?> Refusal { get; set; } = _ => null;

    /// <summary>Counts a request that arrives now; answers its headers.</summary>
    public RateHeaders Count(string method)
    {
        var now = clock.GetTimestamp() / TimeSpan.TicksPerMillisecond;
        var limits = Methods.GetValueOrDefault(method, Wide);
        var isRoutes = IsFull("", Route, now);
        var isRefused = isRoutes || IsFull(method, limits, now);
        Violations += isRefused ? 1 : 0;
        Counted++;
        TimesOf("").Add(now);
        TimesOf(method).Add(now);
        if (Refusal(method) is { } refusal)
        {
            return refusal;
        }

        var isSilent = IsSilent();
        return new RateHeaders
        {
            Route = isSilent ? null : Written(string.Join(',', Route)),
            RouteCounts = isSilent ? null : Written(Counts("", Route, now)),
            Method = isSilent ? null : Written(string.Join(',', limits)),
            MethodCounts = isSilent ? null : Written(Counts(method, limits, now)),
            IsRefused = isRefused,
            IsRoutesLimit = isRoutes,
            RetryAfter = TimeSpan.FromSeconds(1),
        };
    }

    private List<long> TimesOf(string scope) => _times.TryGetValue(scope, out var times) ? times : _times[scope] = [];

    private bool IsFull(string scope, RateLimit[] limits, long now) => limits.Any(limit => InWindow(scope, limit, now) >= limit.Requests);

    private int InWindow(string scope, RateLimit limit, long now)
    {
        var times = TimesOf(scope);
        var count = 0;
        for (var place = times.Count - 1; place >= 0 && times[place] > now - (limit.Seconds * 1000L); place--)
        {
            count++;
        }

        return count;
    }

    private string Counts(string scope, RateLimit[] limits, long now) =>
        string.Join(',', limits.Select(limit => new RateLimit(Told(InWindow(scope, limit, now)), limit.Seconds)));
}
