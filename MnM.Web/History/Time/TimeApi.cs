using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Players;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.History.Time;

/// <summary>The time analysis over HTTP.</summary>
public static class TimeApi
{
    /// <summary>Maps what lies below /api/players/{player}/time.</summary>
    public static IEndpointRouteBuilder MapTimeApi(this IEndpointRouteBuilder routes)
    {
        var time = routes.MapGroup("/api/players/{player}/time").WithTags("Time");
        time.MapGet("", TimeAsync).ForViewers().WithName("GetPlayerTime").WithSummary("When, how long and how well a player plays.");
        time.MapGet("/{table}.json", JsonAsync).ForViewers().WithName("GetPlayerTimeTable").WithSummary("One table of it.");
        time.MapGet("/{table}.csv", CsvAsync).ForViewers().WithName("GetPlayerTimeTableAsCsv").WithSummary("The same as CSV.");
        return routes;
    }

    private static async Task<Results<Ok<TimeAnswer>, ProblemHttpResult>> TimeAsync(
        string player, [AsParameters] TimeParameters said, ClaimsPrincipal visitor, TimeReader reader, TimeProvider time, CancellationToken cancellationToken) =>
        await ReadAsync(player, said, visitor, reader, time, cancellationToken) is var (found, problem) && found is not null ? TypedResults.Ok(TimeAnswer.Of(found)) : problem!;

    private static async Task<Results<Ok<List<Dictionary<string, object?>>>, ProblemHttpResult>> JsonAsync(
        string player, string table, [AsParameters] TimeParameters said, ClaimsPrincipal visitor, TimeReader reader, TimeProvider time, CancellationToken cancellationToken) =>
        await ReadTableAsync(player, table, said, visitor, reader, time, cancellationToken) is var (found, problem) && found is not null ? TypedResults.Ok(found.ToObjects()) : problem!;

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> CsvAsync(
        string player, string table, [AsParameters] TimeParameters said, ClaimsPrincipal visitor, TimeReader reader, TimeProvider time, CancellationToken cancellationToken) =>
        await ReadTableAsync(player, table, said, visitor, reader, time, cancellationToken) is var (found, problem) && found is not null
            ? TypedResults.File(Encoding.UTF8.GetBytes(Csv.Write(found.Columns, found.Rows)), Csv.ContentType, $"{player}-{found.Name}.csv")
            : problem!;

    private static async Task<(TimeTable? Table, ProblemHttpResult? Problem)> ReadTableAsync(
        string player, string table, TimeParameters said, ClaimsPrincipal visitor, TimeReader reader, TimeProvider time, CancellationToken cancellationToken)
    {
        var (found, problem) = await ReadAsync(player, said, visitor, reader, time, cancellationToken);
        return found is null ? (null, problem)
            : TimeTables.Find(table, found) is { } made ? (made, null)
            : (null, Problem($"There is no table {table}; there are {string.Join(", ", TimeTables.Names)}.", StatusCodes.Status404NotFound));
    }

    private static async Task<(PlayerTime? Time, ProblemHttpResult? Problem)> ReadAsync(
        string player, TimeParameters said, ClaimsPrincipal visitor, TimeReader reader, TimeProvider time, CancellationToken cancellationToken)
    {
        if (PlayerPath.Parse(player) is not { } path)
        {
            return (null, Problem($"\"{player}\" names no player: it is gameName-tagLine, gameName%23tagLine or a PUUID.", StatusCodes.Status400BadRequest));
        }

        var (question, faults) = TimeQuestion.Read(said, time.LocalTimeZone);
        if (faults.Count > 0)
        {
            return (null, Problem(string.Join(' ', faults), StatusCodes.Status400BadRequest));
        }

        return await reader.ReadAsync(path, question, visitor, cancellationToken) is { } found
            ? (found, null)
            : (null, Problem($"MnM does not know {player} yet; an import of their matches changes that.", StatusCodes.Status404NotFound));
    }

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
