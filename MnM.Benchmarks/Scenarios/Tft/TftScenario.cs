namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>Teamfight Tactics: how its ladder is crawled, and how its rows are stored and counted.</summary>
internal static class TftScenario
{
    public static Scenario All { get; } = new("tft", [.. CrawlRows.Rows, .. StoreRows.Rows], [.. CrawlRows.Measurements, .. StoreRows.Measurements]);
}
