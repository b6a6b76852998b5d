using System.Collections.Immutable;
using MnM.Collector.Riot.Keys;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>How many requests a plan may count on: what Riot's limits let through again and again, not what a window holds at its best moment.</summary>
internal sealed class SteadyPace(RateLimiter limiter, RiotKeys keys)
{
    /// <summary>A personal key's, until Riot told its limits.</summary>
    private static readonly RateLimit Untold = new(100, 120);

    /// <summary>The name that a route has among the limits: a product with a key of its own has limits of its own.</summary>
    public string RouteOf(string route, RiotProduct product) => keys.IsApart(product) ? $"{route}/tft" : route;

    /// <summary>The limits as they are now.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public Task<ImmutableArray<RouteBudget>> ReadAsync(CancellationToken cancellationToken) => limiter.BudgetsAsync(cancellationToken);

    /// <summary>How many requests of some methods a part of a route's limits lets through in a time; at least one.</summary>
    /// <param name="budgets">What <see cref="ReadAsync"/> answered.</param>
    /// <param name="route">As <see cref="RouteOf"/> says.</param>
    /// <param name="methods">Riot limits each of them too.</param>
    /// <param name="percent">The part.</param>
    /// <param name="time">The time.</param>
    public static int Of(ImmutableArray<RouteBudget> budgets, string route, IReadOnlyCollection<string> methods, int percent, TimeSpan time)
    {
        var perSecond = WindowsOf(budgets, route, methods).Select(window => window.Limit).DefaultIfEmpty(Untold).Min(limit => limit.Requests / (double)limit.Seconds);
        return (int)Math.Clamp(Math.Floor((perSecond * time.TotalSeconds * percent / 100) + 1e-6), 1, int.MaxValue);
    }

    /// <summary>How many requests may be added to those that others make now: half of what the windows have left, so that there is room for whoever comes next.</summary>
    /// <param name="budgets">What <see cref="ReadAsync"/> answered.</param>
    /// <param name="route">As <see cref="RouteOf"/> says.</param>
    /// <param name="methods">Riot limits each of them too.</param>
    /// <param name="percent">The part of each window that may be in use.</param>
    /// <param name="time">Until this is asked again; shorter windows are empty by then.</param>
    public static int SpareOf(ImmutableArray<RouteBudget> budgets, string route, IReadOnlyCollection<string> methods, int percent, TimeSpan time) =>
        (int)WindowsOf(budgets, route, methods)
            .Select(window => ((window.Limit.Requests * (double)percent / 100) - window.Used) / 2 * Math.Max(1, time.TotalSeconds / window.Limit.Seconds))
            .DefaultIfEmpty(0)
            .Min();

    private static IEnumerable<WindowBudget> WindowsOf(ImmutableArray<RouteBudget> budgets, string route, IReadOnlyCollection<string> methods) => budgets
        .Where(budget => budget.Route == route)
        .SelectMany(budget => budget.Scopes)
        .Where(scope => scope.Scope == route || methods.Any(method => scope.Scope == $"{route} {method}"))
        .SelectMany(scope => scope.Windows);
}
