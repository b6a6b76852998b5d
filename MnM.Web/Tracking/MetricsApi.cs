using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Tracking.Health;

namespace MnM.Web.Tracking;

/// <summary>/metrics: how well tracking does, for Prometheus.</summary>
public static class MetricsApi
{
    /// <summary>Maps /metrics.</summary>
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/metrics", MetricsAsync).WithTags("Tracking").WithName("GetMetrics").WithSummary("Figures in Prometheus' text format.")
            .Produces(StatusCodes.Status200OK, contentType: "text/plain");
        return routes;
    }

    private static async Task<ContentHttpResult> MetricsAsync(TrackingMetricsQueries metrics, CancellationToken cancellationToken) =>
        TypedResults.Text(Write(await metrics.ReadAsync(cancellationToken)) + WriteProcess(), PrometheusText.ContentType);

    private static string WriteProcess()
    {
        var text = new PrometheusText();
        text.Counter("mnm_allocated_bytes_total", "Bytes that this process has allocated since it started.", (GC.GetTotalAllocatedBytes(), []));
        return text.ToString();
    }

    internal static string Write(TrackingMetrics metrics)
    {
        var text = new PrometheusText();
        text.Gauge("mnm_tracking_players", "Players whose games are followed, by state.", (metrics.Players, [("state", "tracked")]), (metrics.Paused, [("state", "paused")]));
        text.Gauge("mnm_tracking_players_in_game", "Players in a game now.", metrics.InGame);
        text.Gauge("mnm_tracking_games", "Games of players, by status.", metrics.Statuses.Select(status => ((double)status.Count, Label("status", TrackedGameAnswer.Capitals(status.Status)))));
        Quantiles(text, "mnm_tracking_detection_seconds", "From the start of a game until it was found, over the last seven days.", metrics.DetectionTime);
        Quantiles(text, "mnm_tracking_completion_seconds", "From the end of a game to its result, over the last seven days.", metrics.CompletionTime);
        text.Gauge("mnm_tracking_games_with_retries", "Games of the last seven days whose result was asked for again after an error.", metrics.GamesWithRetries);
        text.Gauge("mnm_tracking_retries", "How often results of the last seven days were asked for again after an error.", metrics.Retries);
        text.Gauge("mnm_tracking_stuck_games", "Games that wait for their result for longer than so many hours.",
            (metrics.StuckTwoHours, [("hours", "2")]), (metrics.StuckThreeHours, [("hours", "3")]));
        text.Gauge("mnm_tracking_missing_results", "Games of the last seven days whose result was given up.", metrics.MissingCount);
        if (metrics.SweptTo is { } swept)
        {
            text.Gauge("mnm_tracking_swept_to_timestamp_seconds", "The oldest time to which a player's list of matches was gone through.", swept.ToUnixTimeSeconds());
        }

        text.Gauge("mnm_tracking_criterion_percent", "How a criterion stands; NaN where nothing has happened yet.",
            metrics.Criteria.Select(criterion => (criterion.Percent ?? double.NaN, Label("criterion", criterion.Name))));
        text.Gauge("mnm_tracking_criterion_target_percent", "What a criterion should reach, or not exceed.",
            metrics.Criteria.Select(criterion => (criterion.Target, new[] { ("criterion", criterion.Name), ("bound", criterion.IsFloor ? "least" : "most") })));
        text.Gauge("mnm_tracking_alerts", "What somebody should look at now.",
            metrics.Alerts.GroupBy(alert => (alert.Name, alert.IsUrgent))
                .Select(alerts => ((double)alerts.Count(), new[] { ("alert", alerts.Key.Name), ("urgent", alerts.Key.IsUrgent ? "true" : "false") })));
        Loops(text, metrics);
        text.Gauge("mnm_tracking_round_seconds", "How long it takes to ask about everybody on a platform.",
            metrics.Rounds.Select(round => (round.Round.TotalSeconds, Label("platform", round.Platform))));
        text.Gauge("mnm_tracking_spectator_outage", "1 where nearly all running games of a platform were missing at once.",
            metrics.Rounds.Select(round => (round.IsOutage ? 1d : 0d, Label("platform", round.Platform))));
        return text.ToString();
    }

    private static void Quantiles(PrometheusText text, string name, string help, TimeQuantiles times)
    {
        text.Gauge(name, help, (times.Median?.TotalSeconds ?? double.NaN, [("quantile", "0.5")]), (times.Slow?.TotalSeconds ?? double.NaN, [("quantile", "0.99")]));
        text.Gauge($"{name}_games", "How many games that is over.", times.Count);
    }

    private static void Loops(PrometheusText text, TrackingMetrics metrics)
    {
        text.Gauge("mnm_tracking_loop_interval_seconds", "From one round of a loop to the next.", metrics.Loops.Select(loop => (loop.Value.Interval.TotalSeconds, Label("loop", loop.Key))));
        text.Gauge("mnm_tracking_loop_last_seconds", "How long the last round took.", metrics.Loops.Select(loop => (loop.Value.Last.TotalSeconds, Label("loop", loop.Key))));
        text.Gauge("mnm_tracking_loop_longest_seconds", "How long the longest round took.", metrics.Loops.Select(loop => (loop.Value.Longest.TotalSeconds, Label("loop", loop.Key))));
        text.Counter("mnm_tracking_loop_rounds_total", "Rounds of a loop since MnM started.", metrics.Loops.Select(loop => ((double)loop.Value.Rounds, Label("loop", loop.Key))));
        text.Counter("mnm_tracking_loop_overruns_total", "Rounds that took more than 110 % of their interval.", metrics.Loops.Select(loop => ((double)loop.Value.Overruns, Label("loop", loop.Key))));
    }

    private static (string Name, string Value)[] Label(string name, string value) => [(name, value)];
}
