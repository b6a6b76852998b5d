using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MnM.Simulator.RiotApi;

/// <summary>On which routes a method is there.</summary>
internal enum RouteKind
{
    /// <summary>Where games are played.</summary>
    Platform,

    /// <summary>Where matches are kept.</summary>
    Region,

    /// <summary>Where accounts are kept: all regions but sea.</summary>
    AccountRegion,
}

/// <summary>Riot's routing values, and how they go together.</summary>
internal static class RiotRoutes
{
    /// <summary>The platform of the simulated evening.</summary>
    public const string Home = "euw1";

    private static readonly FrozenDictionary<string, string> RegionOfPlatform = new (string Region, string[] Platforms)[]
    {
        ("americas", ["br1", "la1", "la2", "na1", "pbe1"]),
        ("asia", ["jp1", "kr"]),
        ("europe", ["eun1", "euw1", "me1", "ru", "tr1"]),
        ("sea", ["oc1", "sg2", "tw2", "vn2"]),
    }.SelectMany(row => row.Platforms.Select(platform => KeyValuePair.Create(platform, row.Region))).ToFrozenDictionary();

    public static ImmutableArray<string> Platforms { get; } = [.. RegionOfPlatform.Keys.Order(StringComparer.Ordinal)];

    public static ImmutableArray<string> Regions { get; } = ["americas", "asia", "europe", "sea"];

    /// <summary>The region of a platform, or of itself.</summary>
    public static string RegionOf(string route) => RegionOfPlatform.GetValueOrDefault(route, route);

    public static bool IsRoute(string word) => RegionOfPlatform.ContainsKey(word) || Regions.Contains(word);

    public static bool Has(this RouteKind kind, string route) => kind switch
    {
        RouteKind.Platform => RegionOfPlatform.ContainsKey(route),
        RouteKind.Region => Regions.Contains(route),
        _ => Regions.Contains(route) && route != "sea",
    };
}
