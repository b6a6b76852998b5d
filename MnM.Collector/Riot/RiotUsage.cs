using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Riot;

/// <summary>How Riot's API is used now.</summary>
/// <param name="Keys">How the keys stand, one per product.</param>
/// <param name="Routes">Every route that was asked since MnM started, by name; a product with limits of its own has routes like euw1/tft.</param>
/// <param name="Faults">What failed last, the latest first.</param>
/// <param name="Traffic">What was sent, by lane and by minute.</param>
public sealed record RiotUsage(ImmutableArray<KeyReport> Keys, ImmutableArray<RouteUsage> Routes, ImmutableArray<RequestFault> Faults, RequestTraffic Traffic);

/// <summary>What was sent to all routes together.</summary>
/// <param name="Since">When counting began, UTC: the start of MnM.</param>
/// <param name="Sent">Requests since then.</param>
/// <param name="Refused">Those that Riot refused because a limit was reached.</param>
/// <param name="Median">How long half of the last answers took at most; null before the first.</param>
/// <param name="Slow">How long 95 % of them took at most.</param>
/// <param name="Lanes">One for each lane.</param>
/// <param name="Minutes">The last sixty, the running one at the end.</param>
public sealed record RequestTraffic(
    DateTimeOffset Since, long Sent, int Refused, TimeSpan? Median, TimeSpan? Slow, ImmutableArray<LaneTraffic> Lanes, ImmutableArray<MinuteTraffic> Minutes);

/// <summary>Requests of a lane that are under way, and those that were sent in the last sixty seconds.</summary>
public sealed record LaneTraffic(Lane Lane, int UnderWay, int LastMinute);

/// <summary>Requests that were sent in a minute, by lane.</summary>
public sealed record MinuteTraffic(DateTimeOffset At, int Live, int Tracking, int Requested, int Crawl)
{
    public int Sum => Live + Tracking + Requested + Crawl;
}

/// <summary>How a route is used.</summary>
/// <param name="Budget">Its limits, what is used of them, and who waits.</param>
/// <param name="RequestsLastMinute">Requests that were sent in the last sixty seconds.</param>
public sealed record RouteUsage(RouteBudget Budget, int RequestsLastMinute);

/// <summary>A question that remained without an answer.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Route">Where it was asked.</param>
/// <param name="Method">What was asked, for example match-v5.ids.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record RequestFault(DateTimeOffset At, string Route, string Method, string Reason);

/// <summary>Reads <see cref="RiotUsage"/>.</summary>
public sealed class RiotUsageQueries
{
    private readonly RateLimiter _limiter;
    private readonly KeyHealth _health;
    private readonly RequestStatistics _statistics;

    internal RiotUsageQueries(RateLimiter limiter, KeyHealth health, RequestStatistics statistics) => (_limiter, _health, _statistics) = (limiter, health, statistics);

    /// <summary>As it is now.</summary>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<RiotUsage> ReadAsync(CancellationToken cancellationToken)
    {
        var budgets = await _limiter.BudgetsAsync(cancellationToken);
        return new RiotUsage(
            [.. Enum.GetValues<RiotProduct>().Select(_health.Of)],
            [.. budgets.Select(budget => new RouteUsage(budget, _statistics.LastMinute(budget.Route)))],
            _statistics.Faults,
            _statistics.Traffic());
    }
}
