namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>The rows of the crawler.</summary>
internal static class CrawlRows
{
    public static IReadOnlyList<RowSpec> Rows { get; } =
    [
        new("crawl_matches", Units.Count),
        new("crawl_requests", Units.Count),
        new("crawl_rate", Units.Ratio, Limit.AtLeast(0.85)),
        new("simulated_violations", Units.Count, Limit.AtMost(0)),
        new("kills", Units.Count, Limit.AtLeast(KilledCrawl.Kills)),
        new("killed_rate", Units.Ratio),
        new("violations", Units.Count, Limit.AtMost(0)),
        new("own_429", Units.Count, Limit.AtMost(0)),
        new("refetched", Units.Count, Limit.AtMost(0)),
        new("lost", Units.Count, Limit.AtMost(0)),
        new("double", Units.Count, Limit.AtMost(0)),
        new("extra_requests", Units.Percent, Limit.AtMost(5)),
    ];

    public static IReadOnlyList<Measurement> Measurements { get; } = [new SimulatedCrawl(), new KilledCrawl()];
}
