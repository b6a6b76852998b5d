using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>So many requests in any span of so many seconds.</summary>
public readonly record struct RateLimit(int Requests, int Seconds)
{
    /// <summary>A limit beyond these is no limit of Riot's but a broken header.</summary>
    private const int MostRequests = 1_000_000;
    private const int MostSeconds = 7 * 86_400;

    /// <summary>
    /// The limits of a header such as <c>20:1,100:120</c>; parts that are no limit are passed over.
    /// https://developer.riotgames.com/docs/portal#web-apis_rate-limiting
    /// </summary>
    public static ImmutableArray<RateLimit> Parse(string? header) =>
        [.. (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseOne).OfType<RateLimit>().OrderBy(limit => limit.Seconds)];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests}:{Seconds}");

    private static RateLimit? ParseOne(string part) =>
        part.Split(':') is [var requests, var seconds]
        && int.TryParse(requests, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostRequests
        && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 0 and <= MostSeconds
            ? new RateLimit(count, span)
            : null;
}
