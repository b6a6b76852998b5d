using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// Lets requests go as fast as Riot's limits allow and no faster: per route and per method, in exact rolling windows that all processes on one database share.
/// Lanes go in their order; a part of each window is kept for lanes that can have work, and no lane waits for ever.
/// </summary>
internal sealed class RateLimiter(RateStore store, LaneReserves reserves, TimeProvider time, ILoggerFactory logs) : IAsyncDisposable
{
    /// <summary>No request lasts longer: after this time its answer is given up.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, RouteLimiter> _routes = new(StringComparer.Ordinal);

    /// <summary>Waits until a request may go. Every permit ends in <see cref="Report"/>.</summary>
    /// <param name="route">Platform or region, in lower case.</param>
    /// <param name="method">Name of the method, for example league-v4.entries-by-puuid.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the wait; the request then takes no place.</param>
    public Task<RatePermit> AcquireAsync(string route, string method, Lane lane, CancellationToken cancellationToken) => Of(route).AcquireAsync(method, lane, cancellationToken);

    /// <summary>Tells what became of a request.</summary>
    public void Report(RateOutcome outcome) => Of(outcome.Permit.Route).Report(outcome);

    /// <summary>What each route has left, for people.</summary>
    public async Task<IReadOnlyList<RouteBudget>> BudgetsAsync(CancellationToken cancellationToken)
    {
        List<RouteBudget> budgets = [];
        foreach (var (_, route) in _routes.OrderBy(route => route.Key, StringComparer.Ordinal))
        {
            budgets.Add(await route.BudgetAsync(cancellationToken));
        }

        return budgets;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var route in _routes.Values)
        {
            await route.DisposeAsync();
        }
    }

    private RouteLimiter Of(string route) => _routes.GetOrAdd(route, name => new RouteLimiter(name, store, reserves, time, logs.CreateLogger<RouteLimiter>()));
}
