using System.Globalization;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>Tells what was wrong in a week, and which games were found late: the table only counts.</summary>
internal static class WeekReport
{
    private const int Told = 30;
    private const int Slowest = 10;

    public static async Task WriteAsync(TrackedWeek week, WeekJudge judge)
    {
        List<string> faults = [.. judge.Faults, .. week.FailedTicks];
        IEnumerable<string> lines =
        [
            .. faults.Take(Told),
            .. faults.Count > Told ? (IEnumerable<string>)[$"and {faults.Count - Told} more"] : [],
            .. judge.Latencies.Take(Slowest).Select(one => string.Create(CultureInfo.InvariantCulture, $"found after {one.Seconds:0} s: {one.Game}")),
        ];
        foreach (var line in lines)
        {
            await Console.Error.WriteLineAsync($"  {line}");
        }
    }
}
