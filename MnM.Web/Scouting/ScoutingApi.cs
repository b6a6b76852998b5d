using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector;
using MnM.Collector.Scouting;
using MnM.Web.Security;

namespace MnM.Web.Scouting;

/// <summary>What is known of the people of a game.</summary>
public sealed record ScoutingAnswer(
    ScoutingPhase Phase, int? QueueId, string GameMode, string? Fault, ScoutRequests Requests, TeamRank BlueRank, TeamRank RedRank,
    ImmutableArray<ScoutCard> Blue, ImmutableArray<ScoutCard> Red);

/// <summary>Scouting over HTTP.</summary>
public static class ScoutingApi
{
    /// <summary>Maps /api/scouting.</summary>
    public static IEndpointRouteBuilder MapScoutingApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/scouting", Scouting).ForViewers().WithTags("Scouting").WithName("GetScouting")
            .WithSummary("What is known of the people of the game that is about to start, runs or has just ended.");
        return routes;
    }

    private static Ok<ScoutingAnswer> Scouting(Feed<ScoutingState> feed, SharedScouting shared, ClaimsPrincipal visitor)
    {
        var state = shared.Of(feed.Current, visitor);
        return TypedResults.Ok(new ScoutingAnswer(
            state.Phase, state.QueueId, state.GameMode, state.Fault, state.Requests, state.BlueRank, state.RedRank, state.Blue, state.Red));
    }
}
