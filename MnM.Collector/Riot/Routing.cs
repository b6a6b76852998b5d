using System.Collections.Frozen;

namespace MnM.Collector.Riot;

/// <summary>Riot's routing values: the platforms a game is played on, and the regions that hold accounts and matches.</summary>
public static class Routing
{
    private static readonly FrozenDictionary<string, string> RegionByPlatform = new Dictionary<string, string>
    {
        ["br1"] = "americas",
        ["la1"] = "americas",
        ["la2"] = "americas",
        ["na1"] = "americas",
        ["pbe1"] = "americas",
        ["jp1"] = "asia",
        ["kr"] = "asia",
        ["eun1"] = "europe",
        ["euw1"] = "europe",
        ["me1"] = "europe",
        ["ru"] = "europe",
        ["tr1"] = "europe",
        ["oc1"] = "sea",
        ["sg2"] = "sea",
        ["tw2"] = "sea",
        ["vn2"] = "sea",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Merged into others in January 2025; old matches still bear their names.
    private static readonly FrozenDictionary<string, string> Merged =
        new Dictionary<string, string> { ["ph2"] = "sg2", ["th2"] = "sg2" }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every platform, in lower case and alphabetical order.</summary>
    public static IReadOnlyList<string> Platforms { get; } = [.. RegionByPlatform.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every region that holds matches.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["americas", "asia", "europe", "sea"];

    /// <summary>The region that holds the matches of <paramref name="platform"/> (in any case); null for a platform that Riot does not have.</summary>
    public static string? RegionOf(string platform) => RegionByPlatform.GetValueOrDefault(platform);

    /// <summary>The platform that <paramref name="platform"/> is today: itself, or the one that it was merged into.</summary>
    public static string MergedInto(string platform) => Merged.GetValueOrDefault(platform, platform);

    /// <summary>The platform of the name that the League client gives it (EUW, LAN, OC1), in lower case; null for a name that no platform has.</summary>
    public static string? PlatformOf(string clientRegion) => clientRegion.ToUpperInvariant() switch
    {
        "BR" => "br1",
        "EUNE" => "eun1",
        "EUW" => "euw1",
        "JP" => "jp1",
        "LAN" => "la1",
        "LAS" => "la2",
        "ME" => "me1",
        "NA" => "na1",
        "OCE" => "oc1",
        "PBE" => "pbe1",
        "SG" => "sg2",
        "TR" => "tr1",
        "TW" => "tw2",
        "VN" => "vn2",
        _ when RegionByPlatform.ContainsKey(clientRegion) => clientRegion.ToLowerInvariant(),
        _ => null,
    };

    /// <summary>The region to ask for accounts: account-v1 does not exist on sea, and every region knows all accounts.</summary>
    public static string AccountRegionOf(string region) => region is "sea" ? "asia" : region;
}
