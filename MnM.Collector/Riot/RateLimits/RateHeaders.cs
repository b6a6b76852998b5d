using System.Globalization;
using System.Net;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>What Riot's headers say of the limits. https://developer.riotgames.com/docs/portal#web-apis_rate-limiting</summary>
internal readonly record struct RateHeaders()
{
    /// <summary>Milliseconds; what asks for more is no answer of Riot's.</summary>
    public const long LongestRetryAfter = 86_400_000;

    /// <summary>The limits of the route as the header tells them; null where it does not. Not read yet: most answers tell what the one before told.</summary>
    public string? Route { get; init; }

    /// <summary>How many requests the server counted in each of them.</summary>
    public string? RouteCounts { get; init; }

    /// <summary>The limits of the method; null where not told.</summary>
    public string? Method { get; init; }

    /// <summary>How many requests the server counted in each of them.</summary>
    public string? MethodCounts { get; init; }

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
            Route = Text("X-App-Rate-Limit"),
            RouteCounts = Text("X-App-Rate-Limit-Count"),
            Method = Text("X-Method-Rate-Limit"),
            MethodCounts = Text("X-Method-Rate-Limit-Count"),
            IsRefused = response.StatusCode == HttpStatusCode.TooManyRequests,
            IsRoutesLimit = Text("X-Rate-Limit-Type").AsSpan().Trim().Equals("application", StringComparison.OrdinalIgnoreCase),
            RetryAfter = int.TryParse(Text("Retry-After").AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= (int)(LongestRetryAfter / 1000)
                ? TimeSpan.FromSeconds(seconds)
                : null,
        };

        string? Text(string name) => headers.TryGetValues(name, out var values) ? values.ToString() : null;
    }
}
