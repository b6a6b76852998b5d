using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Web.Status.Riot;

/// <summary>A window of a route or method as a bar.</summary>
/// <param name="Route">Platform or region.</param>
/// <param name="Name">"app" for the route's own limit, else the method.</param>
/// <param name="Seconds">Length of the window; 0 while Riot has not told its limits.</param>
/// <param name="Limit">How many requests it may hold.</param>
/// <param name="Used">How many it holds.</param>
/// <param name="UnderWay">How many of those are under way.</param>
/// <param name="Kept">Places kept for upper lanes.</param>
/// <param name="FreeIn">Whole seconds until the lowest lane goes on; null where it may go now.</param>
/// <param name="PausedUntil">Until when Riot asked to wait, UTC; null where it did not.</param>
public sealed record BudgetRow(
    string Route, string Name, int Seconds, int Limit, int Used, int UnderWay, int Kept, int? FreeIn, DateTimeOffset? PausedUntil)
{
    /// <summary>Whether the lowest lane has to wait.</summary>
    public bool IsFull => FreeIn is not null || PausedUntil is not null;
}

/// <summary>A lane on all routes together.</summary>
/// <param name="Lane">Which.</param>
/// <param name="Waiting">Requests that wait.</param>
/// <param name="UnderWay">Requests that were sent and are not answered.</param>
/// <param name="LastMinute">Requests sent in the last minute.</param>
/// <param name="Oldest">Since when the first of them waits, UTC; null where none does.</param>
/// <param name="Expected">Until the last of them has gone; null where none waits.</param>
public sealed record LaneRow(Lane Lane, int Waiting, int UnderWay, int LastMinute, DateTimeOffset? Oldest, TimeSpan? Expected);

/// <summary>What the page shows. Two are equal where they look the same: then nothing is drawn again.</summary>
public sealed record RiotScene
{
    /// <summary>Before anything was read.</summary>
    public static RiotScene Loading { get; } = new();

    public bool IsRead { get; init; }

    /// <summary>Whether the database did not answer; the rest is then as it was before.</summary>
    public bool IsStale { get; init; }
    public ImmutableArray<KeyReport> Keys { get; init; } = [];
    public ImmutableArray<BudgetRow> Budget { get; init; } = [];
    public ImmutableArray<LaneRow> Lanes { get; init; } = [];
    public ImmutableArray<WorkFigures> Work { get; init; } = [];
    public ImmutableArray<WorkFailure> Failures { get; init; } = [];
    public ImmutableArray<RequestFault> Faults { get; init; } = [];
    public ImmutableArray<MinuteTraffic> Minutes { get; init; } = [];
    public DateTimeOffset Since { get; init; }
    public long Sent { get; init; }
    public int Refused { get; init; }
    public TimeSpan? Median { get; init; }
    public TimeSpan? Slow { get; init; }

    /// <summary>Requests of all lanes in the last minute.</summary>
    public int LastMinute => Lanes.Sum(lane => lane.LastMinute);

    /// <summary>Requests a minute that the limits of the routes let through, all routes together; null while none is told.</summary>
    public int? MinuteLimit => Budget.Where(row => row is { Name: "app", Limit: > 0 }).GroupBy(row => row.Route)
        .Select(route => (int?)route.Min(row => (int)Math.Min(int.MaxValue / 64, row.Limit * 60L / row.Seconds)))
        .Aggregate((int?)null, (sum, route) => (sum ?? 0) + route);

    /// <summary>The scene of what was read.</summary>
    public static RiotScene Of(RiotUsage usage, ImmutableArray<WorkFigures> work, ImmutableArray<WorkFailure> failures, DateTimeOffset now) => new()
    {
        IsRead = true,
        Keys = usage.Keys,
        Budget = [.. usage.Routes.SelectMany(route => route.Budget.Scopes.SelectMany(scope => Rows(route.Budget.Route, scope, now)))],
        Lanes = [.. usage.Traffic.Lanes.Select(lane => Row(lane, usage.Routes))],
        Work = work,
        Failures = failures,
        Faults = usage.Faults,
        Minutes = usage.Traffic.Minutes,
        Since = usage.Traffic.Since,
        Sent = usage.Traffic.Sent,
        Refused = usage.Traffic.Refused,
        Median = usage.Traffic.Median,
        Slow = usage.Traffic.Slow,
    };

    /// <inheritdoc/>
    public bool Equals(RiotScene? other) =>
        other is not null
        && (IsRead, IsStale, Since, Sent, Refused, Median, Slow) == (other.IsRead, other.IsStale, other.Since, other.Sent, other.Refused, other.Median, other.Slow)
        && Keys.SequenceEqual(other.Keys)
        && Budget.SequenceEqual(other.Budget)
        && Lanes.SequenceEqual(other.Lanes)
        && Work.SequenceEqual(other.Work)
        && Failures.SequenceEqual(other.Failures)
        && Faults.SequenceEqual(other.Faults)
        && Minutes.SequenceEqual(other.Minutes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsRead, IsStale, Sent, Budget.Length, Faults.Length);

    private static IEnumerable<BudgetRow> Rows(string route, Collector.Riot.RateLimits.ScopeBudget scope, DateTimeOffset now)
    {
        var name = scope.Scope == route ? "app" : scope.Scope[(route.Length + 1)..];
        if (scope.Windows.IsEmpty)
        {
            yield return new BudgetRow(route, name, 0, 0, 0, 0, 0, null, scope.PausedUntil);
        }

        foreach (var window in scope.Windows)
        {
            yield return new BudgetRow(
                route,
                name,
                window.Limit.Seconds,
                window.Limit.Requests,
                window.Used,
                window.UnderWay,
                window.Kept,
                window.FreeAt is { } free ? (int)Math.Ceiling((free - now).TotalSeconds) : null,
                scope.PausedUntil);
        }
    }

    private static LaneRow Row(LaneTraffic traffic, ImmutableArray<RouteUsage> routes)
    {
        var waits = routes.SelectMany(route => route.Budget.Waiting).Where(wait => wait.Lane == traffic.Lane).ToList();
        return new LaneRow(traffic.Lane, waits.Sum(wait => wait.Count), traffic.UnderWay, traffic.LastMinute, waits.Min(wait => wait.Oldest), waits.Max(wait => wait.Expected));
    }
}
