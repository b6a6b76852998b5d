using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Matches;

/// <summary>Matches as Riot sent them.</summary>
public static class MatchesApi
{
    /// <summary>Maps /matches, there and below /api.</summary>
    public static IEndpointRouteBuilder MapMatchesApi(this IEndpointRouteBuilder routes)
    {
        routes.MapContract("Matches", (api, name) => api.MapGet("/matches/{id}", FindAsync).ForViewers().WithName(name("GetMatch"))
            .WithSummary("A match as Riot sent it, by its UUID or Riot's id. Riot is asked for one that is not stored.")
            .Produces(StatusCodes.Status200OK, contentType: MatchJson.ContentType).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable));
        return routes;
    }

    /// <summary>Why a viewer is not told a match; null where it is stored and names nobody whom the game hid.</summary>
    private static async Task<ProblemHttpResult?> RefusalAsync(string matchId, ClaimsPrincipal visitor, MatchOpener opener, CancellationToken cancellationToken) =>
        await opener.FindAsync(matchId, visitor, cancellationToken) switch
        {
            null => TypedResults.Problem(OwnersRiot.Sentence, statusCode: StatusCodes.Status404NotFound),
            { Hidden.Count: > 0 } => TypedResults.Problem("It names people whom the game hid; as Riot sent it, it is for the owner alone.", statusCode: StatusCodes.Status403Forbidden),
            _ => null,
        };

    private static async Task<Results<MatchJson, ProblemHttpResult>> FindAsync(
        string id, ClaimsPrincipal visitor, MatchPayloads payloads, MatchLibrary library, MatchOpener opener, CancellationToken cancellationToken)
    {
        if (MatchUuid.Parse(id) is not { } matchId)
        {
            return TypedResults.Problem($"{id} is no id of a match.", statusCode: StatusCodes.Status404NotFound);
        }

        if (!visitor.IsOwner() && await RefusalAsync(matchId, visitor, opener, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (payloads.Find(matchId) is { } stored)
        {
            return new MatchJson(stored);
        }

        switch (await library.OpenAsync(matchId, cancellationToken))
        {
            case MatchAnswer.Stored when payloads.Find(matchId) is { } fetched:
                return new MatchJson(fetched);
            case MatchAnswer.Absent { State: var state, Reason: var reason }:
                return TypedResults.Problem(reason, statusCode: state == WorkState.Private ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
            case MatchAnswer.Unavailable { Reason: var reason }:
                return TypedResults.Problem(reason, statusCode: StatusCodes.Status503ServiceUnavailable);
            default:
                throw new InvalidOperationException($"{matchId} is stored and cannot be read.");
        }
    }
}
