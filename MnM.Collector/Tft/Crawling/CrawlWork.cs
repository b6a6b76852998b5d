using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Tft.Crawling;

/// <summary>The kinds of work of the crawler. Platforms are the owners, so that several of them take turns.</summary>
internal static class CrawlWork
{
    /// <summary>The ladder of a tier; the key names platform, queue and tier.</summary>
    public const string Ladder = "tft-ladder";

    /// <summary>A page of a player's list of matches; the key is the player's id.</summary>
    public const string List = "tft-list";

    /// <summary>A match; the key is its id. It is in the lists of eight players.</summary>
    public const string Match = "tft-match";

    public static ImmutableArray<string> Kinds { get; } = [Ladder, List, Match];

    public static NewWork Of(LadderName ladder, DateTimeOffset cycle) => new(Ladder, $"{ladder.Platform}/{ladder.Queue}/{ladder.Tier}", Lane.Crawl)
    {
        Route = ladder.Platform,
        Owner = ladder.Platform,
        Payload = JsonSerializer.Serialize(new LadderOrder(ladder.Platform, ladder.Queue, ladder.Tier, cycle), CrawlJson.Default.LadderOrder),
    };

    public static NewWork ListOf(string puuid, string platform, ListPage page) => new(List, puuid, Lane.Crawl)
    {
        Route = Routing.RegionOf(platform) ?? platform,
        Owner = platform,
        Payload = JsonSerializer.Serialize(page, CrawlJson.Default.ListPage),
    };

    public static NewWork MatchOf(string matchId, string platform) => new(Match, matchId, Lane.Crawl) { Route = MatchIds.RegionOf(matchId) ?? "", Owner = platform };
}

/// <summary>Which ladder is to be read.</summary>
/// <param name="Platform">In lower case.</param>
/// <param name="Queue">In Riot's words.</param>
/// <param name="Tier">Of the three.</param>
/// <param name="Cycle">When its cycle began.</param>
internal sealed record LadderOrder(string Platform, string Queue, TftTier Tier, DateTimeOffset Cycle)
{
    [JsonIgnore]
    public LadderName Name => new(Platform, Queue, Tier);
}

/// <summary>Which page of a player's list is to be read.</summary>
/// <param name="Start">How many matches are before it.</param>
/// <param name="ReadAt">When its first page was read; null before.</param>
internal sealed record ListPage(int Start = 0, DateTimeOffset? ReadAt = null)
{
    public const int Size = 20;
}

[JsonSerializable(typeof(LadderOrder))]
[JsonSerializable(typeof(ListPage))]
[JsonSerializable(typeof(CrawlTries))]
internal sealed partial class CrawlJson : JsonSerializerContext;
