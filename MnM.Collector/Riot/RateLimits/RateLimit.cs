using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>So many requests in any span of so many seconds.</summary>
public readonly record struct RateLimit(int Requests, int Seconds)
{
    /// <summary>A limit beyond these is no limit of Riot's but a broken header.</summary>
    private const int MostRequests = 10_000_000;
    private const int MostSeconds = 7 * 86_400;

    /// <summary>Riot names two at most.</summary>
    private const int Most = 8;

    /// <summary>The window's length in milliseconds.</summary>
    internal long Milliseconds => Seconds * 1000L;

    /// <summary>
    /// The limits of a header such as <c>20:1,100:120</c>, in its order; parts that are no limit are passed over, and of two for one window the lower counts.
    /// https://developer.riotgames.com/docs/portal#web-apis_rate-limiting
    /// </summary>
    public static ImmutableArray<RateLimit> Parse(ReadOnlySpan<char> header)
    {
        Span<RateLimit> limits = stackalloc RateLimit[Most];
        var count = 0;
        foreach (var part in header.Split(','))
        {
            if (!TryParse(header[part].Trim(), out var limit))
            {
                continue;
            }

            // A header that was sent twice arrives as one.
            if (PlaceOf(limit.Seconds, limits[..count]) is >= 0 and var same)
            {
                limits[same] = limit.Requests < limits[same].Requests ? limit : limits[same];
            }
            else if (count < Most)
            {
                limits[count++] = limit;
            }
        }

        return [.. limits[..count]];
    }

    private static int PlaceOf(int seconds, ReadOnlySpan<RateLimit> limits)
    {
        for (var place = 0; place < limits.Length; place++)
        {
            if (limits[place].Seconds == seconds)
            {
                return place;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests}:{Seconds}");

    /// <summary>Reads one part of such a header.</summary>
    internal static bool TryParse(ReadOnlySpan<char> part, out RateLimit limit)
    {
        limit = default;
        var colon = part.IndexOf(':');
        if (colon < 0
            || !int.TryParse(part[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var requests) || requests is <= 0 or > MostRequests
            || !int.TryParse(part[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is <= 0 or > MostSeconds)
        {
            return false;
        }

        limit = new RateLimit(requests, seconds);
        return true;
    }
}
