using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Storage.Exports;

namespace MnM.Web.Data;

/// <summary>What MnM knows, to take along.</summary>
internal static class ExportApi
{
    /// <summary>Maps /api/export.</summary>
    public static void MapExportApi(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/api/export").WithTags("Export");
        export.MapGet("/", List).WithName("ListExports").WithSummary("What can be exported.");
        export.MapGet("/{table}.{format}", ExportAsync).WithName("Export").WithSummary("All rows as CSV, JSON or JSON Lines.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<IEnumerable<ExportView>> List() => TypedResults.Ok(Export.All.Select(export => new ExportView(export.Name, export.Title)));

    private static async Task<IResult> ExportAsync(string table, string format, ExportReader reader, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (Export.Find(table) is not { } export || ExportFormat.Find(format) is not { } written)
        {
            return TypedResults.Problem($"There is no export {table}.{format}; /api/export lists them, each as csv, json and jsonl.", statusCode: StatusCodes.Status404NotFound);
        }

        await using var rows = await reader.OpenAsync(export, cancellationToken);
        http.Response.ContentType = written.ContentType;
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"mnm-{table}-{time.GetUtcNow():yyyy-MM-dd}.{format}\"");
        await written.WriteAsync(rows, http.Response.BodyWriter, cancellationToken);
        return TypedResults.Empty;
    }
}

/// <summary>An export: its name in addresses, and what its rows are.</summary>
internal sealed record ExportView(string Name, string Title);
