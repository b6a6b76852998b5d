using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>Twelve friends on a personal key: so few are asked about often enough.</summary>
internal sealed class FewFriends : Measurement
{
    private const int Friends = 12;
    private const double Soon = 60;

    public override string Title => "Twelve friends";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        await using var week = new TrackedWeek(Friends, size == Size.Full ? 3 : 1, KeyKind.Personal, []);
        await week.StartAsync(cancellationToken);
        week.PassUntil(week.End.AddHours(6), cancellationToken);
        var judge = await week.JudgeAsync();
        await WeekReport.WriteAsync(week, judge);
        var latencies = judge.Latencies.Select(one => one.Seconds).ToList();
        results.Add("few_detected", judge.Found.Count / (double)week.Truth.All.Length);
        results.Add("few_latency_p50_s", Results.Percentile(latencies, 50));
        results.Add("few_within_60s", latencies.Count(seconds => seconds <= Soon) / (double)latencies.Count);
    }
}
