using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Riot.Keys;

namespace MnM.Collector.Tracking.Health;

/// <summary>What somebody should look at. Pure.</summary>
internal static class AlertRules
{
    private static readonly TimeSpan Behind = TimeSpan.FromHours(1);

    public static ImmutableArray<Alert> Of(TrackingMetrics metrics, TrackingState state, IEnumerable<KeyReport> keys)
    {
        var alerts = new List<Alert>();
        if (metrics.Players > 0)
        {
            alerts.AddRange(keys.Where(key => key.Advice is not null).DistinctBy(key => key.Advice).Select(key => new Alert("key", IsUrgent: true, key.Advice!)));
            alerts.AddRange(metrics.Loops.Where(loop => loop.Value.Last > loop.Value.Interval * 1.1).Select(loop => new Alert(
                "loop_late", IsUrgent: false, Text($"The loop {loop.Key} took {loop.Value.Last.TotalSeconds:0} s and should take {loop.Value.Interval.TotalSeconds:0} s."))));
            alerts.AddRange(metrics.Loops.Where(loop => metrics.At - loop.Value.At > 3 * loop.Value.Interval).Select(loop => new Alert(
                "loop_stands", IsUrgent: true, Text($"The loop {loop.Key} has not run since {loop.Value.At:u}; the log tells why."))));
            alerts.AddRange(metrics.SweptTo is { } to && metrics.At - to > Behind
                ? [new Alert("swept_behind", IsUrgent: false, Text($"Lists of matches were gone through to {to:u} alone; games since then may still be found."))]
                : []);
        }

        if (metrics.StuckThreeHours > 0)
        {
            alerts.Add(new Alert("stuck_three_hours", IsUrgent: true, Text($"{Games(metrics.StuckThreeHours)} for a result for more than three hours.")));
        }
        else if (metrics.StuckTwoHours > 0)
        {
            alerts.Add(new Alert("stuck_two_hours", IsUrgent: false, Text($"{Games(metrics.StuckTwoHours)} for a result for more than two hours.")));
        }

        alerts.AddRange(state.Rounds.Where(round => round.IsOutage).Select(round => new Alert(
            "spectator_outage", IsUrgent: false, $"The spectator of {round.Platform.ToUpperInvariant()} shows no running game any more; games are found by the lists of matches.")));
        if (state.ResultFault is { } fault)
        {
            alerts.Add(new Alert("results", IsUrgent: false, fault));
        }

        return [.. alerts.OrderByDescending(alert => alert.IsUrgent)];
    }

    private static string Games(int count) => count == 1 ? "One game waits" : Text($"{count} games wait");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
