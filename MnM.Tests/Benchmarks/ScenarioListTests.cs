using MnM.Benchmarks.Scenarios;

namespace MnM.Tests.Benchmarks;

public sealed class ScenarioListTests
{
    public static TheoryData<string> Names => [.. ScenarioList.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_declares_each_row_once(string name)
    {
        var rows = ScenarioList.Find(name)!.Rows.Select(row => row.Name).ToList();
        Assert.Equal(rows.Distinct(), rows);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scenario_that_limits_a_time_has_a_yardstick(string name)
    {
        var rows = ScenarioList.Find(name)!.Rows;
        Assert.True(!rows.Any(row => row.Limit is not null && Units.IsTimed(row.Unit)) || rows.Any(row => row.Name.StartsWith("yardstick_", StringComparison.Ordinal)));
        Assert.All(rows.Where(row => row.Name.StartsWith("yardstick_", StringComparison.Ordinal)), row => Assert.Null(row.Limit));
    }

    [Fact]
    public void The_live_scenario_keeps_what_MnM_promises()
    {
        var rows = ScenarioList.Find("live")!.Rows.Where(row => row.Limit is not null).ToDictionary(row => row.Name, row => $"{row.Limit} {row.Unit}");
        Assert.Equal("≤ 4 ratio", rows["poll_ratio"]);
        Assert.Equal("≤ 32 KB", rows["poll_alloc_kb"]);
        Assert.Equal("≤ 10 ms", rows["poll_overhead_ms"]);
        Assert.Equal("≤ 50 s", rows["demo_first_players_s"]);
        Assert.Equal("≤ 0 count", rows["polls_lost"]);
        Assert.Equal("≤ 85 MB", rows["private_mb_0"]);
        Assert.Equal("≤ 95 MB", rows["private_mb_1"]);
        Assert.Equal("≤ 115 MB", rows["private_mb_5"]);
        Assert.Equal("≤ 2 %", rows["cpu_percent"]);
        Assert.Equal("≤ 0 count", rows["kill_lost_polls"]);
        Assert.Equal("≤ 5 s", rows["kill_resume_s"]);
        Assert.Equal("≤ 250 ms", rows["fanout_p99_ms"]);
        Assert.Equal("≤ 0 count", rows["fanout_missed"]);
    }

    [Fact]
    public void The_sharing_scenario_keeps_what_MnM_promises()
    {
        var rows = ScenarioList.Find("sharing")!.Rows.Where(row => row.Limit is not null).ToDictionary(row => row.Name, row => $"{row.Limit} {row.Unit}");
        Assert.Equal("≥ 50 count", rows["shared_pages"]);
        Assert.Equal("≤ 500 ms", rows["fanout_p99_ms"]);
        Assert.Equal("≤ 60 %", rows["cpu_percent"]);
        Assert.Equal("≤ 3 MB", rows["mb_per_circuit"]);
        Assert.Equal("≤ 4 ratio", rows["start_vs_bare"]);
        Assert.Equal("≤ 200 KB", rows["first_visit_kb"]);
        Assert.Equal("≤ 450 KB", rows["first_visit_other_kb"]);
        Assert.Equal("≤ 0 count", rows["axe_serious"]);
        Assert.Equal("≤ 0 count", rows["routes_without_rule"]);
        Assert.Equal("≤ 50 ms", rows["backup_blocks_ms"]);
        Assert.Equal("≤ 50 ms", rows["erase_blocks_ms"]);
    }

    [Fact]
    public void A_time_needs_its_rounds() => Assert.Throws<ArgumentException>(() => new Results().AddMedian("time", [1, 2, 3]));

    [Fact]
    public void A_time_is_the_median_of_its_rounds()
    {
        var results = new Results();
        results.AddMedian("time", [9, 1, 3, 100, 2]);
        Assert.Equal(3, results.Find("time"));
    }
}
