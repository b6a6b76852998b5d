using System.Collections.Immutable;
using MnM.Collector.Tracking.Health;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Tracking.Health;

/// <summary>All that the page of health shows.</summary>
/// <param name="Metrics">Null until they are read.</param>
/// <param name="Names">What the players of missing results are called, by number.</param>
/// <param name="Webhooks">The oldest first.</param>
/// <param name="IsStale">Whether the database does not answer any more.</param>
public sealed record HealthScene(TrackingMetrics? Metrics, ImmutableDictionary<long, string> Names, ImmutableArray<WebhookView> Webhooks, bool IsStale)
{
    /// <summary>Before anything is read.</summary>
    public static HealthScene Loading { get; } = new(null, ImmutableDictionary<long, string>.Empty, [], IsStale: false);
}
