using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Storage.Backups;

namespace MnM.Web.Data;

/// <summary>The backups over HTTP.</summary>
internal static class BackupsApi
{
    /// <summary>Maps /api/backups.</summary>
    public static void MapBackupsApi(this IEndpointRouteBuilder routes)
    {
        var backups = routes.MapGroup("/api/backups").WithTags("Backups");
        backups.MapGet("/", List).WithName("ListBackups").WithSummary("The backups, newest first.");
        backups.MapPost("/", MakeAsync).WithName("MakeBackup").WithSummary("Makes a backup; answers when it is whole.");
    }

    private static Results<Ok<IReadOnlyList<Backup>>, ProblemHttpResult> List(BackupFolder folder)
    {
        try
        {
            return TypedResults.Ok(folder.List());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return TypedResults.Problem($"The folder of the backups cannot be read: {fault.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<Results<Ok<Backup>, ProblemHttpResult>> MakeAsync(BackupDesk desk, CancellationToken cancellationToken) =>
        await desk.MakeAsync(BackupKind.Manual, cancellationToken) switch
        {
            { Made: { } made } => TypedResults.Ok(made),
            var failed => TypedResults.Problem(failed.Fault, statusCode: StatusCodes.Status503ServiceUnavailable),
        };
}
