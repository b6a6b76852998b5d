using MnM.Collector.Tracking.Health;

namespace MnM.Web.Tracking;

/// <summary>How well tracking does, with times in seconds.</summary>
public sealed record TrackingMetricsAnswer(
    DateTimeOffset At, int Players, int PlayersPaused, int PlayersInGame, IReadOnlyDictionary<string, int> Games, IReadOnlyList<HourCount> Hours,
    IReadOnlyList<BucketAnswer> CompletionSeconds, QuantilesAnswer Detection, QuantilesAnswer Completion, int GamesWithRetries, int Retries, int StuckTwoHours, int StuckThreeHours,
    int Missing, IReadOnlyList<MissingAnswer> MissingResults, DateTimeOffset? SweptTo, IReadOnlyList<CriterionAnswer> Criteria, IReadOnlyList<Alert> Alerts,
    IReadOnlyDictionary<string, LoopAnswer> Loops, IReadOnlyList<PlatformAnswer> Platforms)
{
    internal static TrackingMetricsAnswer Of(TrackingMetrics metrics) => new(
        metrics.At,
        metrics.Players,
        metrics.Paused,
        metrics.InGame,
        metrics.Statuses.ToDictionary(status => TrackedGameAnswer.Capitals(status.Status), status => status.Count),
        metrics.Hours,
        [.. metrics.CompletionTimes.Select(bucket => new BucketAnswer(bucket.Most, bucket.Count))],
        QuantilesAnswer.Of(metrics.DetectionTime),
        QuantilesAnswer.Of(metrics.CompletionTime),
        metrics.GamesWithRetries,
        metrics.Retries,
        metrics.StuckTwoHours,
        metrics.StuckThreeHours,
        metrics.MissingCount,
        [.. metrics.MissingResults.Select(game => new MissingAnswer(
            game.PlayerId, game.GameId, TrackedGameAnswer.Word(game.Product), TrackedGameAnswer.Capitals(game.Status), game.At, game.Reason))],
        metrics.SweptTo,
        [.. metrics.Criteria.Select(criterion => new CriterionAnswer(
            criterion.Name, criterion.Sentence, criterion.Percent, criterion.IsFloor ? criterion.Target : null, criterion.IsFloor ? null : criterion.Target, criterion.IsMet))],
        metrics.Alerts,
        metrics.Loops.ToDictionary(loop => loop.Key, loop => new LoopAnswer(
            loop.Value.Interval.TotalSeconds, loop.Value.Last.TotalSeconds, loop.Value.Longest.TotalSeconds, loop.Value.Rounds, loop.Value.Overruns, loop.Value.At)),
        [.. metrics.Rounds.Select(round => new PlatformAnswer(round.Platform, round.Round.TotalSeconds, round.Questions, round.IsOutage, round.Fault))]);
}

/// <summary>How many took up to so long, and longer than the bucket before; no limit for the last.</summary>
public sealed record BucketAnswer(int? UpToSeconds, int Count);

/// <summary>How long something took.</summary>
public sealed record QuantilesAnswer(int Count, double? P50Seconds, double? P99Seconds)
{
    internal static QuantilesAnswer Of(TimeQuantiles times) => new(times.Count, times.Median?.TotalSeconds, times.Slow?.TotalSeconds);
}

/// <summary>A game whose result was given up.</summary>
public sealed record MissingAnswer(long PlayerId, string GameId, string Product, string Status, DateTimeOffset? At, string? Reason);

/// <summary>Something by which tracking is judged: it should be at least or at most so many percent.</summary>
public sealed record CriterionAnswer(string Name, string Sentence, double? Percent, double? AtLeast, double? AtMost, bool? IsMet);

/// <summary>How a loop keeps time.</summary>
public sealed record LoopAnswer(double IntervalSeconds, double LastSeconds, double LongestSeconds, long Rounds, long Overruns, DateTimeOffset At);

/// <summary>How the spectator of a platform is asked.</summary>
public sealed record PlatformAnswer(string Platform, double RoundSeconds, int Questions, bool IsOutage, string? Fault);
