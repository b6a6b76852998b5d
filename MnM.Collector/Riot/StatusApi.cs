using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>What Riot says of its platforms. https://developer.riotgames.com/apis#lol-status-v4</summary>
internal sealed class StatusApi(RiotClient riot)
{
    private const string Path = "lol/status/v4/platform-data";
    private const string Method = "lol-status-v4.platform-data";

    /// <summary>What is known to be wrong on a platform.</summary>
    public Task<RiotAnswer<PlatformStatus>> FindAsync(string platform, Lane lane, CancellationToken cancellationToken) => riot.GetAsync(
        new RiotCall(platform, Method, lane),
        Path,
        RiotJson.Default.PlatformStatusJson,
        wire => new PlatformStatus(platform, Titles(wire.Maintenances), Titles(wire.Incidents)),
        cancellationToken);

    /// <summary>The cheapest question that tells whether the key of a call is good.</summary>
    public static (RiotCall Call, string Path) Check(RiotCall call)
    {
        var platform = Routing.RegionOf(call.Route) is null ? Routing.Platforms.First(platform => Routing.RegionOf(platform) == call.Route) : call.Route;
        return call.Product == RiotProduct.Tactics
            ? (call with { Route = platform, Method = "tft-status-v1.platform-data" }, "tft/status/v1/platform-data")
            : (call with { Route = platform, Method = Method }, Path);
    }

    private static ImmutableArray<string> Titles(NoticeJson?[]? notices) =>
    [
        .. (notices ?? []).Select(notice => notice?.Titles?.OfType<ContentJson>() ?? [])
            .Select(titles => (titles.FirstOrDefault(title => title.Locale is "en_US") ?? titles.FirstOrDefault())?.Content)
            .OfType<string>(),
    ];
}

/// <summary>What Riot says of a platform.</summary>
/// <param name="Platform">Which.</param>
/// <param name="Maintenances">Titles, in English where there is that.</param>
/// <param name="Incidents">Titles, in English where there is that.</param>
public sealed record PlatformStatus(string Platform, ImmutableArray<string> Maintenances, ImmutableArray<string> Incidents);
