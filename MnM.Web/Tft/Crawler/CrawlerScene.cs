using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;

namespace MnM.Web.Tft.Crawler;

/// <summary>What pages show of the crawler.</summary>
/// <param name="View">Null before the first is read.</param>
/// <param name="Patch">The latest that matches are stored of; null where there is none, or the analytics store does not tell.</param>
/// <param name="IsStale">Whether the database did not answer the last time.</param>
/// <param name="At">When it was read.</param>
public sealed record CrawlerScene(CrawlerView? View, TftPatchChoice? Patch, bool IsStale, DateTimeOffset At)
{
    /// <summary>Before anything is read.</summary>
    public static CrawlerScene Loading { get; } = new(null, null, IsStale: false, default);
}
