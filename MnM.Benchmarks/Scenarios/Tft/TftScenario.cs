namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>Teamfight Tactics: how its ladder is crawled.</summary>
internal static class TftScenario
{
    public static Scenario All { get; } = new("tft", [.. CrawlRows.Rows], [.. CrawlRows.Measurements]);
}
