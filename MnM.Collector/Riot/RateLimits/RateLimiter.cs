using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// Lets requests go as fast as Riot's limits allow and no faster: per route and per method, in exact rolling windows that all processes on one database share.
/// Lanes go in their order; a part of each window is kept for lanes that can have work, and no lane waits for ever.
/// </summary>
internal sealed class RateLimiter(RateStore store, LaneReserves reserves, TimeProvider time, ILogger<RateLimiter> logger) : IAsyncDisposable
{
    /// <summary>No request may last longer: its place is kept so long.</summary>
    public static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, RouteLimiter> _routes = new(StringComparer.Ordinal);

    /// <summary>Waits until a request may go. Every permit ends in <see cref="Report"/> or <see cref="Release"/>.</summary>
    /// <param name="route">Platform or region, in lower case.</param>
    /// <param name="method">Name of the method, for example league-v4.entries-by-puuid.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the wait; the request then takes no place.</param>
    /// <exception cref="OperationCanceledException">The wait was ended, or MnM ends.</exception>
    public Task<RatePermit> AcquireAsync(string route, string method, Lane lane, CancellationToken cancellationToken) => Of(route).AcquireAsync(method, lane, cancellationToken);

    /// <summary>Tells what became of a request.</summary>
    /// <param name="permit">The request.</param>
    /// <param name="answer">What its answer's headers said; null without an answer: the server may yet count it.</param>
    public void Report(RatePermit permit, RateHeaders? answer)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        Of(permit.Route).Report(new RateOutcome(permit, answer is null ? Math.Max(permit.Booked, now) : now, answer));
    }

    /// <summary>Gives back a permit that was not used.</summary>
    public void Release(RatePermit permit) => Of(permit.Route).Report(new RateOutcome(permit, null, null));

    /// <summary>What each route has left, for people.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<ImmutableArray<RouteBudget>> BudgetsAsync(CancellationToken cancellationToken)
    {
        var budgets = ImmutableArray.CreateBuilder<RouteBudget>();
        foreach (var (_, route) in _routes.OrderBy(route => route.Key, StringComparer.Ordinal))
        {
            budgets.Add(await route.BudgetAsync(cancellationToken));
        }

        return budgets.DrainToImmutable();
    }

    /// <summary>How many requests wait.</summary>
    public int Waiting => _routes.Values.Sum(route => route.Waiting);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var route in _routes.Values)
        {
            await route.DisposeAsync();
        }
    }

    private RouteLimiter Of(string route) => _routes.GetOrAdd(route, static (name, my) => new RouteLimiter(name, my.store, my.reserves, my.time, my.logger), (store, reserves, time, logger));
}
