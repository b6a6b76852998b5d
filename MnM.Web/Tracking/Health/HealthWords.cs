using System.Globalization;
using MnM.Collector.Tracking.Health;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Tracking.Health;

/// <summary>Criteria, times and webhooks in words for people.</summary>
internal static class HealthWords
{
    /// <summary>The bar's chip.</summary>
    public static (string? Kind, string Text) Chip(HealthScene scene) => scene switch
    {
        { IsStale: true } => ("warn", "Old state"),
        { Metrics: null } => (null, "Reading"),
        { Metrics.Alerts: var alerts } when alerts.Any(alert => alert.IsUrgent) => ("danger", alerts.Length == 1 ? "1 alert" : $"{alerts.Length} alerts"),
        { Metrics.Alerts: { IsEmpty: false } alerts } => ("warn", alerts.Length == 1 ? "1 alert" : $"{alerts.Length} alerts"),
        _ => ("live", "All is well"),
    };

    /// <summary>What a criterion is called.</summary>
    public static string Name(Criterion criterion) => criterion.Name switch
    {
        "found_running" => "Found while running",
        "found_soon" => "Found soon",
        "ended" => "Ended with a reason",
        "completed_soon" => "Result within 15 min",
        "retried" => "Asked again",
        "missing" => "Result given up",
        _ => criterion.Name,
    };

    /// <summary>99.2 %; – where nothing has happened yet.</summary>
    public static string Percent(double? percent) => percent is { } known ? Invariant($"{Math.Truncate(known * 10) / 10:0.#} %") : "–";

    /// <summary>at least 95 %.</summary>
    public static string Target(Criterion criterion) => Invariant($"{(criterion.IsFloor ? "at least" : "at most")} {criterion.Target:0.#} %");

    /// <summary>≤ 1 min; more.</summary>
    public static string Bucket(int? most) => most switch
    {
        null => "longer",
        < 120 => Invariant($"≤ {most} s"),
        < 7200 => Invariant($"≤ {most / 60} min"),
        _ => Invariant($"≤ {most / 3600} h"),
    };

    /// <summary>45 s; – where nothing has happened yet.</summary>
    public static string Time(TimeSpan? time) => time is { } known ? FriendWords.Length(known) : "–";

    /// <summary>How a webhook stands, and the class of it.</summary>
    public static (string? Kind, string Text) Standing(WebhookView hook, DateTimeOffset now) => hook switch
    {
        { PausedAt: not null, PausedReason: not null } => ("danger", "Paused by MnM"),
        { PausedAt: not null } => (null, "Paused"),
        { Failures: > 0, NextTryAt: { } next } => ("warn", next > now ? $"Tries again in {FriendWords.Length(next - now)}" : "Tries again now"),
        { Waiting: > 0 } => ("accent", "Sends"),
        { TakenAt: null } => (null, "Nothing sent yet"),
        _ => ("live", "Up to date"),
    };

    /// <summary>What the receiver said to a try.</summary>
    public static (bool IsGood, string Text) Tried(WebhookAnswer? answer) => answer switch
    {
        null => (false, "This webhook is gone."),
        WebhookAnswer.Taken => (true, "The receiver took the test."),
        WebhookAnswer.Refused { Reason: var reason } => (false, reason),
        WebhookAnswer.Gone { Reason: var reason } => (false, reason),
        _ => (false, ""),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
