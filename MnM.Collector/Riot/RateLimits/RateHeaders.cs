using System.Collections.Immutable;
using System.Net;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>What Riot's headers say of the limits. https://developer.riotgames.com/docs/portal#web-apis_rate-limiting</summary>
internal sealed record RateHeaders
{
    /// <summary>The limits of the route; empty where not told.</summary>
    public required ImmutableArray<RateLimit> Route { get; init; }

    /// <summary>How many requests the server counted in each of them.</summary>
    public required ImmutableArray<RateLimit> RouteCounts { get; init; }

    /// <summary>The limits of the method; empty where not told.</summary>
    public required ImmutableArray<RateLimit> Method { get; init; }
    public required ImmutableArray<RateLimit> MethodCounts { get; init; }

    /// <summary>Whether the request was refused for a limit.</summary>
    public required bool IsRefused { get; init; }

    /// <summary>Whether it was the route's limit; service, server and refusals without a type stop the method alone.</summary>
    public required bool IsRoutesLimit { get; init; }

    /// <summary>How long to wait; null where not told.</summary>
    public required TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads an answer's headers.</summary>
    public static RateHeaders Read(HttpResponseMessage response)
    {
        var headers = response.Headers;
        return new RateHeaders
        {
            Route = RateLimit.Parse(Value("X-App-Rate-Limit")),
            RouteCounts = RateLimit.Parse(Value("X-App-Rate-Limit-Count")),
            Method = RateLimit.Parse(Value("X-Method-Rate-Limit")),
            MethodCounts = RateLimit.Parse(Value("X-Method-Rate-Limit-Count")),
            IsRefused = response.StatusCode == HttpStatusCode.TooManyRequests,
            IsRoutesLimit = string.Equals(Value("X-Rate-Limit-Type"), "application", StringComparison.OrdinalIgnoreCase),
            RetryAfter = int.TryParse(Value("Retry-After"), out var seconds) && seconds is >= 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : null,
        };

        // Not validated: Riot's own headers are plain text, and validation would only cost.
        string? Value(string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString().Trim() : null;
    }
}
