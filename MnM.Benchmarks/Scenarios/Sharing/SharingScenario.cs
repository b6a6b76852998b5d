namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>What it takes to let friends in: fifty devices with the live page, how soon MnM and its pages are there and for whom they are, what a backup and erasing somebody hold up, and who is kept out.</summary>
internal static class SharingScenario
{
    public static Scenario All { get; } = new(
        "sharing",
        [
            new("shared_pages", Units.Count, Limit.AtLeast(SharedPages.Devices)),
            new("fanout_polls", Units.Count, Limit.AtLeast(SharedPages.Polls)),
            new("fanout_missed", Units.Count, Limit.AtMost(0)),
            new("fanout_p99_ms", Units.Milliseconds, Limit.AtMost(500)),
            new("fanout_p50_ms", Units.Milliseconds),
            new("cpu_percent", Units.Percent, Limit.AtMost(60)),
            new("private_mb_alone", Units.Megabytes),
            new("private_mb_shared", Units.Megabytes),
            new("mb_per_circuit", Units.Megabytes, Limit.AtMost(3)),
            new("start_ms", Units.Milliseconds),
            new("yardstick_start_ms", Units.Milliseconds),
            new("start_vs_bare", Units.Ratio, Limit.AtMost(4)),
            new("visited_pages", Units.Count, Limit.AtLeast(FirstVisits.Light.Count + 1)),
            new("first_visit_kb", Units.Kilobytes, Limit.AtMost(200)),
            new("first_visit_other_kb", Units.Kilobytes, Limit.AtMost(450)),
            new("axe_pages", Units.Count, Limit.AtLeast(20)),
            new("axe_serious", Units.Count, Limit.AtMost(0)),
            new("routes_asked", Units.Count, Limit.AtLeast(100)),
            new("routes_without_rule", Units.Count, Limit.AtMost(0)),
            new("backup_mb", Units.Megabytes),
            new("backup_polls", Units.Count, Limit.AtLeast(1)),
            new("backup_blocks_ms", Units.Milliseconds, Limit.AtMost(50)),
            new("backup_blocks_max_ms", Units.Milliseconds),
            new("yardstick_write_ms", Units.Milliseconds),
            new("erase_polls", Units.Count, Limit.AtLeast(1)),
            new("erase_blocks_ms", Units.Milliseconds, Limit.AtMost(50)),
            new("erase_blocks_max_ms", Units.Milliseconds),
            new("yardstick_erase_write_ms", Units.Milliseconds),
        ],
        [new SharedPages(), new StartTime(), new FirstVisits(), new Barriers(), new RouteRules(), new BackupBlocks(), new EraseBlocks()]);
}
