namespace MnM.Collector.Tft.Crawling;

/// <summary>When the next cycle begins, and when a long one reads its ladders again.</summary>
internal static class CycleRules
{
    /// <summary>When it is due after the last one; at once where there was none, or where ladders are chosen that it did not have.</summary>
    public static DateTimeOffset NextAt(CrawlCycle? last, CrawlerPlan plan, TimeSpan cooldown, DateTimeOffset now) =>
        last is not { EndedAt: { } ended } || Grows(last, plan) ? now

        // A clock that was put back would hold it up until it is there again.
        : ended > now ? now
        : ended + cooldown;

    /// <summary>Whether a cycle that runs is to read its ladders again. A clock that was put back counts as time, too.</summary>
    public static bool AreLaddersDue(CrawlCycle cycle, TimeSpan every, DateTimeOffset now) => (now - (cycle.LaddersAt ?? cycle.StartedAt)).Duration() >= every;

    /// <summary>Whether ladders are chosen that a cycle does not have.</summary>
    public static bool Grows(CrawlCycle cycle, CrawlerPlan plan) => plan.Ladders.Except(cycle.Plan.Ladders).Any();
}
