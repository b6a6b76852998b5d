using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording.Files;

namespace MnM.Web.Games;

/// <summary>Whole recordings as files.</summary>
internal static class GameFilesApi
{
    /// <summary>Maps /api/games/{id}/file and /api/games/import.</summary>
    public static void MapGameFilesApi(this IEndpointRouteBuilder routes)
    {
        var games = routes.MapGroup("/api/games").WithTags("Recordings");
        games.MapGet("/{id:long}/file", FileAsync).WithName("GetGameFile").WithSummary("The whole recording as one file that another MnM opens.")
            .Produces(StatusCodes.Status200OK, contentType: "application/gzip")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        games.MapPost("/import", ImportAsync).WithName("ImportGame").WithSummary("Opens such a file; the body is the file.")
            .WithMetadata(new RequestSizeLimitAttribute(GameFileImport.LargestFile))
            .Accepts<byte[]>("application/gzip");
    }

    private static async Task<IResult> FileAsync(long id, GameFileWriter writer, GameQueries queries, TemporaryFiles files, CancellationToken cancellationToken)
    {
        // Written aside first: once an answer has begun, a recording that turns out to be damaged could only be cut off.
        FileStream? file = null;
        try
        {
            file = files.Create();
            var refusal = await writer.WriteAsync(id, file, cancellationToken) switch
            {
                GameFileResult.NoGame => Refuse($"There is no game {id}", StatusCodes.Status404NotFound),
                GameFileResult.Running => Refuse($"Game {id} still runs.", StatusCodes.Status409Conflict),
                GameFileResult.NotRecorded => Refuse($"Nothing of game {id} is recorded.", StatusCodes.Status404NotFound),
                _ => null,
            };
            if (refusal is null && await queries.FindAsync(id, cancellationToken) is { Game: var game })
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"mnm-game-{game.StartedAt.UtcDateTime:yyyy-MM-dd-HHmm}.mnmgame");
                var whole = file;
                file = null;
                return TypedResults.File(whole, "application/gzip", name);
            }

            return refusal ?? Refuse($"There is no game {id}", StatusCodes.Status404NotFound);
        }
        catch (Exception fault) when (RefusalOf(fault, id) is { } refusal)
        {
            return refusal;
        }
        finally
        {
            // The file of an answer is closed when it is sent.
            await (file?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static ProblemHttpResult? RefusalOf(Exception fault, long id) => fault switch
    {
        RefusedFileException => Refuse($"No MnM would open the file of game {id}. {fault.Message}", StatusCodes.Status409Conflict),
        FormatException => Refuse(fault.Message, StatusCodes.Status500InternalServerError),
        IOException or UnauthorizedAccessException => Refuse(TemporaryFiles.Words(fault) ?? "The file could not be written to the disk of temporary files.", StatusCodes.Status503ServiceUnavailable),
        _ => null,
    };

    private static async Task<Results<Ok<ImportedGame>, ProblemHttpResult>> ImportAsync(HttpRequest request, GameFileImport import, CancellationToken cancellationToken) =>
        await import.ImportAsync(request.Body, null, cancellationToken) switch
        {
            { Fault: { } fault } => Refuse(fault, StatusCodes.Status422UnprocessableEntity),
            var game => TypedResults.Ok(game),
        };

    private static ProblemHttpResult Refuse(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
