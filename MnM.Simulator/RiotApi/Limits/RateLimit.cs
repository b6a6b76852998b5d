using System.Collections.Immutable;
using System.Globalization;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>At most so many requests in any span of so many seconds; written "20:1" as in Riot's headers.</summary>
public readonly record struct RateLimit(int Requests, int Seconds)
{
    /// <summary>Reads "20:1,100:120".</summary>
    public static ImmutableArray<RateLimit> ParseAll(string text) =>
        [.. text.Split(',').Select(part => part.Split(':')).Select(pair => new RateLimit(Number(pair[0]), Number(pair[1])))];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests}:{Seconds}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
