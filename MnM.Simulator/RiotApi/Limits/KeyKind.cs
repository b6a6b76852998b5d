using System.Collections.Immutable;
using System.ComponentModel;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>What a key was given for, which decides how much it may ask.</summary>
public enum KeyKind
{
    [Description("20 requests a second, 100 in two minutes; ends after 24 hours.")]
    Development,

    [Description("The same limits, without an end.")]
    Personal,

    [Description("500 requests in ten seconds, 30,000 in ten minutes.")]
    Production,
}

/// <summary>The limits that a kind of key has on each route.</summary>
public static class KeyKindLimits
{
    private static readonly ImmutableArray<RateLimit> Small = [new(20, 1), new(100, 120)];
    private static readonly ImmutableArray<RateLimit> Large = [new(500, 10), new(30_000, 600)];

    public static ImmutableArray<RateLimit> AppLimits(this KeyKind kind) => kind == KeyKind.Production ? Large : Small;
}
