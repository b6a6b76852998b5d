using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;

namespace MnM.Web.Settings;

/// <summary>Somebody was erased; files that may still name them, null where they could not be looked for.</summary>
internal sealed record ErasedPersonAnswer(KeptCopies? KeptIn);

/// <summary>Forgets people over HTTP.</summary>
internal static class EraseApi
{
    public static void MapEraseApi(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/players/{player}", EraseAsync).WithTags("Players").WithName("ErasePlayer").WithSummary("Forgets a player; matches keep the place without name.");

    private static async Task<Results<Ok<ErasedPersonAnswer>, ProblemHttpResult>> EraseAsync(string player, PersonEraser eraser, KeptCopiesReader copies, CancellationToken cancellationToken)
    {
        try
        {
            return PlayerPath.Parse(player) is not { } path ? Unknown() : await eraser.EraseAsync(path, cancellationToken) switch
            {
                ErasedAnswer.Erased => TypedResults.Ok(new ErasedPersonAnswer(copies.Read())),
                ErasedAnswer.NotNow { Reason: var reason } => TypedResults.Problem(reason, statusCode: StatusCodes.Status409Conflict),
                _ => Unknown(),
            };
        }
        catch (DbException)
        {
            return TypedResults.Problem("The database did not answer; not all is erased yet. Ask for it again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ProblemHttpResult Unknown() => TypedResults.Problem("Nobody of that name is known here.", statusCode: StatusCodes.Status404NotFound);
}
