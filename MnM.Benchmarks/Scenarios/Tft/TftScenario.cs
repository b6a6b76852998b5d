namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>Teamfight Tactics: how its ladder is crawled, and how its rows are stored and counted.</summary>
internal static class TftScenario
{
    public static Scenario Crawl { get; } = new("tft-crawl", CrawlRows.Rows, CrawlRows.Measurements);

    public static Scenario Stores { get; } = new("tft-stores", StoreRows.Rows, StoreRows.Measurements);

    public static Scenario All { get; } = new("tft", [.. Crawl.Rows, .. Stores.Rows], [.. Crawl.Measurements, .. Stores.Measurements]);
}
