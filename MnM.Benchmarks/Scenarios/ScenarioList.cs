using MnM.Benchmarks.Games;
using MnM.Benchmarks.Scenarios.Lifecycle;
using MnM.Benchmarks.Scenarios.Limits;
using MnM.Benchmarks.Scenarios.Live;

namespace MnM.Benchmarks.Scenarios;

/// <summary>All scenarios. A new row is a line here and a value in a measurement.</summary>
internal static class ScenarioList
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("live",
            [
                new("poll_kb", Units.Kilobytes, Limit.AtLeast(40)),
                new("poll_ratio", Units.Ratio, Limit.AtMost(4)),
                new("yardstick_parse_us", Units.Microseconds),
                new("poll_alloc_kb", Units.Kilobytes, Limit.AtMost(32)),
                new("poll_overhead_ms", Units.Milliseconds, Limit.AtMost(10)),
                new("yardstick_commit_ms", Units.Milliseconds),
                new("demo_first_players_s", Units.Seconds, Limit.AtMost(50)),
                new("yardstick_process_ms", Units.Milliseconds),
                new("polls_asked", Units.Count, Limit.AtLeast(PollsKept.Polls)),
                new("polls_stored", Units.Count, Limit.AtLeast(PollsKept.Polls)),
                new("polls_lost", Units.Count, Limit.AtMost(0)),
                new("lossless_polls", Units.Count, Limit.AtLeast(WholeGame.Seconds)),
                new("game_kb", Units.Kilobytes, Limit.AtMost(400)),
                new("game_vs_xz", Units.Ratio, Limit.AtMost(2.5)),
                new("seek_ms", Units.Milliseconds, Limit.AtMost(20)),
                new("private_mb_0", Units.Megabytes, Limit.AtMost(85)),
                new("private_mb_1", Units.Megabytes, Limit.AtMost(95)),
                new("private_mb_5", Units.Megabytes, Limit.AtMost(115)),
                new("cpu_percent", Units.Percent, Limit.AtMost(2)),
                new("kill_lost_polls", Units.Count, Limit.AtMost(0)),
                new("kill_resume_s", Units.Seconds, Limit.AtMost(5)),
                new("fanout_p99_ms", Units.Milliseconds, Limit.AtMost(250)),
                new("fanout_p50_ms", Units.Milliseconds),
                new("fanout_polls", Units.Count, Limit.AtLeast(FanOut.Polls)),
                new("fanout_viewers", Units.Count, Limit.AtLeast(FanOut.Viewers)),
                new("fanout_messages", Units.Count),
                new("fanout_missed", Units.Count, Limit.AtMost(0)),
            ],
            [new PollCost(), new PollOverhead(), new DemoStart(), new PollsKept(), new FoldedGame(), new PageMemory(), new PollingTime(), new KilledMnm(), new FanOut()]),
        new("lifecycle",
            [
                new("evenings", Units.Count),
                new("games_watched", Units.Count, Limit.AtLeast(1)),
                new("games_missed", Units.Count, Limit.AtMost(0)),
                new("games_split", Units.Count, Limit.AtMost(0)),
                new("games_merged", Units.Count, Limit.AtMost(0)),
                new("phase_seconds", Units.Count, Limit.AtLeast(1)),
                new("phase_wrong", Units.Count, Limit.AtMost(0)),
                new("lcu_requests_per_minute", Units.Count, Limit.AtMost(20)),
                new("reconnect_p95_s", Units.Count, Limit.AtMost(3)),
            ],
            [new SimulatedEvenings(), new IdleClient()]),
        new("limits",
            [
                new("ratio_cold", Units.Ratio, Limit.AtMost(1.02)),
                new("ratio_latency", Units.Ratio, Limit.AtMost(1.02)),
                new("ratio_three", Units.Ratio, Limit.AtMost(1.02)),
                new("ratio_restart", Units.Ratio, Limit.AtMost(1.02)),
                new("live_wait_p95_s", Units.Count, Limit.AtMost(1.5)),
                new("starved_s", Units.Count, Limit.AtMost(240)),
                new("simulated_requests", Units.Count),
                new("violations", Units.Count, Limit.AtMost(0)),
                new("own_429", Units.Count, Limit.AtMost(0)),
                new("alloc_kb_per_request", Units.Kilobytes, Limit.AtMost(2)),
                new("ratio_real", Units.Ratio, Limit.AtMost(1.02)),
                new("real_violations", Units.Count, Limit.AtMost(0)),
                new("real_429", Units.Count, Limit.AtMost(0)),
                new("killed_requests", Units.Count),
                new("killed_violations", Units.Count, Limit.AtMost(0)),
                new("killed_429", Units.Count, Limit.AtMost(0)),
                new("killed_left_s", Units.Count),
                new("queue_cycles_per_s", "1/s"),
                new("yardstick_updates_per_s", "1/s"),
                new("queue_cycle_ratio", Units.Ratio, Limit.AtLeast(0.5)),
                new("head_requests", Units.Count, Limit.AtMost(40)),
                new("head_repeated", Units.Count, Limit.AtMost(0)),
                new("head_s", Units.Count, Limit.AtMost(6)),
                new("form_s", Units.Count, Limit.AtMost(30)),
                new("second_game_share", Units.Ratio, Limit.AtMost(0.5)),
            ],
            [new SimulatedLimits(), new RequestCost(), new RealLimits(), new KilledProcess(), new QueueCycles(), new ScoutedGames()]),
    ];

    public static Scenario? Find(string name) => All.FirstOrDefault(scenario => scenario.Name == name);
}
