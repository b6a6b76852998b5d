using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>What Riot's headers say of the limits. https://developer.riotgames.com/docs/portal#web-apis_rate-limiting</summary>
internal readonly record struct RateHeaders()
{
    private const int LongestRetryAfter = 86_400;

    /// <summary>The limits of the route; empty where not told.</summary>
    public ImmutableArray<RateLimit> Route { get; init; } = [];

    /// <summary>How many requests the server counted in each of them.</summary>
    public ImmutableArray<RateLimit> RouteCounts { get; init; } = [];

    /// <summary>The limits of the method; empty where not told.</summary>
    public ImmutableArray<RateLimit> Method { get; init; } = [];

    /// <summary>How many requests the server counted in each of them.</summary>
    public ImmutableArray<RateLimit> MethodCounts { get; init; } = [];

    /// <summary>Whether the request was refused for a limit.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether it was the route's limit; service, server and refusals without a type stop the method alone.</summary>
    public bool IsRoutesLimit { get; init; }

    /// <summary>How long to wait; null where not told.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads an answer's headers.</summary>
    public static RateHeaders Read(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated;
        return new RateHeaders
        {
            Route = RateLimit.Parse(Value("X-App-Rate-Limit")),
            RouteCounts = RateLimit.Parse(Value("X-App-Rate-Limit-Count")),
            Method = RateLimit.Parse(Value("X-Method-Rate-Limit")),
            MethodCounts = RateLimit.Parse(Value("X-Method-Rate-Limit-Count")),
            IsRefused = response.StatusCode == HttpStatusCode.TooManyRequests,
            IsRoutesLimit = Value("X-Rate-Limit-Type").Equals("application", StringComparison.OrdinalIgnoreCase),
            RetryAfter = int.TryParse(Value("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestRetryAfter
                ? TimeSpan.FromSeconds(seconds)
                : null,
        };

        ReadOnlySpan<char> Value(string name) => headers.TryGetValues(name, out var values) ? values.ToString().AsSpan().Trim() : default;
    }
}
