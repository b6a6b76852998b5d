using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.Archiving;
using MnM.Collector.Tft.Analytics.ClickHouse;
using MnM.Collector.Tft.Analytics.Embedded;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft;

/// <summary>Registers the crawler of Teamfight Tactics and its explorer.</summary>
internal static class TftServices
{
    public static IServiceCollection AddTft(this IServiceCollection services) => services
        .AddCrawling()
        .AddPatches()
        .AddRows()
        .AddEmbedded()
        .AddAnalytics()
        .AddClickHouse()
        .AddArchiving();
}
