using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MnM.Collector.Tft.Crawling;

/// <summary>A plan as it is stored: euw1,kr;RANKED_TFT;Challenger,Master.</summary>
internal sealed class PlanText() : ValueConverter<CrawlerPlan, string>(plan => Write(plan), text => Read(text))
{
    private static string Write(CrawlerPlan plan) => string.Join(';', string.Join(',', plan.Platforms), string.Join(',', plan.Queues), string.Join(',', plan.Tiers));

    private static CrawlerPlan Read(string text) => text.Split(';') is [var platforms, var queues, var tiers]
        ? new CrawlerPlan([.. Words(platforms)], [.. Words(queues)], [.. Words(tiers).Select(Enum.Parse<TftTier>)])
        : new CrawlerPlan([], [], []);

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
