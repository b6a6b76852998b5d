using System.Data.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;

namespace MnM.Web.Settings;

/// <summary>Forgets people over HTTP.</summary>
internal static class EraseApi
{
    public static void MapEraseApi(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/players/{player}", EraseAsync).WithTags("Players").WithName("ErasePlayer").WithSummary("Forgets a player; matches keep the place without name.");

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(string player, PersonEraser eraser, CancellationToken cancellationToken)
    {
        try
        {
            return PlayerPath.Parse(player) is { } path && await eraser.EraseAsync(path, cancellationToken)
                ? TypedResults.NoContent()
                : TypedResults.Problem("Nobody of that name is known here.", statusCode: StatusCodes.Status404NotFound);
        }
        catch (DbException)
        {
            return TypedResults.Problem("The database did not answer; nothing was erased.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
