using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MnM.Collector.Backplane;

namespace MnM.Collector.Tft.Crawling;

/// <summary>
/// How often Riot was asked for an item in vain, by what came of it: each has its own limit, which neither the others nor a kill take from. It is kept in the item's payload, beside what
/// the kind of work has there.
/// </summary>
/// <param name="Unreadable">Answers of which nothing can be made.</param>
/// <param name="Missing">Answers that it is not there.</param>
/// <param name="Silent">Questions that were not answered while others were.</param>
internal sealed record CrawlTries(int Unreadable = 0, int Missing = 0, int Silent = 0)
{
    private const string Name = "Tries";

    [JsonIgnore]
    public int Total => Unreadable + Missing + Silent;

    public static CrawlTries Of(WorkLease item) =>
        item.Payload is { } payload ? JsonNode.Parse(payload)?[Name].Deserialize(CrawlJson.Default.CrawlTries) ?? new() : new();

    /// <summary>A payload as it was ordered, for an item that is ordered again.</summary>
    public static string? Forget(string? payload) => payload is null ? null : Write(payload, null);

    public string WriteTo(string? payload) => Write(payload ?? "{}", JsonSerializer.SerializeToNode(this, CrawlJson.Default.CrawlTries));

    private static string Write(string payload, JsonNode? tries)
    {
        var parts = JsonNode.Parse(payload)!.AsObject();
        parts.Remove(Name);
        if (tries is not null)
        {
            parts[Name] = tries;
        }

        return parts.ToJsonString();
    }
}
