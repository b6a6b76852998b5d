using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Web.Status;

/// <summary>How Riot's API is used.</summary>
/// <param name="Keys">One per product.</param>
/// <param name="Routes">Platforms and regions that were asked since MnM started.</param>
/// <param name="Faults">What failed last, the latest first.</param>
public sealed record RiotLimitsAnswer(ImmutableArray<RiotKeyAnswer> Keys, ImmutableArray<RiotRouteAnswer> Routes, ImmutableArray<RequestFault> Faults);

/// <summary>missing, untested, good or bad, since when, and what to do.</summary>
public sealed record RiotKeyAnswer(RiotProduct Product, KeyState State, DateTimeOffset? Since, string? Advice);

/// <summary>A route with its own limits first and those of its methods behind.</summary>
public sealed record RiotRouteAnswer(string Route, int RequestsLastMinute, ImmutableArray<RiotScopeAnswer> Limits, ImmutableArray<RiotLaneAnswer> Lanes);

/// <summary>The windows of a route or of a method on it, and until when it pauses.</summary>
public sealed record RiotScopeAnswer(string Scope, DateTimeOffset? PausedUntil, ImmutableArray<RiotWindowAnswer> Windows);

/// <summary>So many of so many requests are used in a window of so many seconds.</summary>
public sealed record RiotWindowAnswer(int Seconds, int Requests, int Used);

/// <summary>How many requests of a lane wait, since when, and about how long until the last of them goes.</summary>
public sealed record RiotLaneAnswer(Lane Lane, int Waiting, DateTimeOffset? Oldest, double? ExpectedSeconds);

/// <summary>How Riot's API is used, over HTTP.</summary>
public static class RiotLimitsApi
{
    /// <summary>Maps /api/riot/limits.</summary>
    public static IEndpointRouteBuilder MapRiotLimitsApi(this IEndpointRouteBuilder routes)
    {
        var riot = routes.MapGroup("/api/riot").WithTags("Riot");
        riot.MapGet("/limits", LimitsAsync).WithName("GetRiotLimits").WithSummary("What is left of Riot's limits, who waits for them, and how the keys stand.");
        return routes;
    }

    private static async Task<Ok<RiotLimitsAnswer>> LimitsAsync(RiotUsageQueries queries, CancellationToken cancellationToken)
    {
        var usage = await queries.ReadAsync(cancellationToken);
        return TypedResults.Ok(new RiotLimitsAnswer(
            [.. usage.Keys.Select(key => new RiotKeyAnswer(key.Product, key.State, key.Since, key.Advice))],
            [.. usage.Routes.Select(Route)],
            usage.Faults));
    }

    private static RiotRouteAnswer Route(RouteUsage usage) => new(
        usage.Budget.Route,
        usage.RequestsLastMinute,
        [.. usage.Budget.Scopes.Select(scope => new RiotScopeAnswer(
            scope.Scope, scope.PausedUntil, [.. scope.Windows.Select(window => new RiotWindowAnswer(window.Limit.Seconds, window.Limit.Requests, window.Used))]))],
        [.. usage.Budget.Waiting.Select(lane => new RiotLaneAnswer(lane.Lane, lane.Count, lane.Oldest, lane.Expected?.TotalSeconds))]);
}
