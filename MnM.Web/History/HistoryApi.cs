using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.History.Import;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Web.History;

/// <summary>Imports of past matches over HTTP.</summary>
public static class HistoryApi
{
    /// <summary>Maps what lies below /api/history.</summary>
    public static IEndpointRouteBuilder MapHistoryApi(this IEndpointRouteBuilder routes)
    {
        var history = routes.MapGroup("/api/history").WithTags("History");
        history.MapPost("", StartAsync).WithName("StartImport").WithSummary("Imports past matches of a player.");
        history.MapGet("", ListAsync).ForViewers().WithName("ListImports").WithSummary("Imports, those that began last first.");
        history.MapGet("/{job}", FindAsync).ForViewers().WithName("GetImport").WithSummary("How an import stands.");
        history.MapGet("/{job}/stream", StreamAsync).ForViewers().WithName("StreamImport").WithSummary("How an import goes on, as server-sent events.");
        history.MapGet("/{job}/matches", MatchesAsync).ForViewers().WithName("ListImportedMatches").WithSummary("The matches that are here, newest first.");
        history.MapDelete("/{job}", CancelAsync).WithName("CancelImport").WithSummary("Ends an import; what is stored stays.");
        return routes;
    }

    private static async Task<Results<Accepted<ImportAnswer>, ProblemHttpResult>> StartAsync(NewImport wanted, HistoryJobs jobs, HttpResponse response, CancellationToken cancellationToken)
    {
        switch (await jobs.StartAsync(wanted.Request(), cancellationToken))
        {
            case StartedImport.Started { Import: var import } started:
                return TypedResults.Accepted(AddressOf(import), ImportAnswer.Of(import, started.Sentence));
            case StartedImport.Joined { Import: var import } joined:
                return TypedResults.Accepted(AddressOf(import), ImportAnswer.Of(import, joined.Sentence));
            case StartedImport.TooSoon soon:
                response.Headers.RetryAfter = soon.Seconds.ToString(CultureInfo.InvariantCulture);
                return TypedResults.Problem(
                    soon.Sentence, statusCode: StatusCodes.Status429TooManyRequests,
                    extensions: [new("seconds_left", soon.Seconds), new("job_id", soon.Last.Id)]);
            case var refused:
                return TypedResults.Problem(refused.Sentence, statusCode: refused switch
                {
                    StartedImport.Invalid => StatusCodes.Status400BadRequest,
                    StartedImport.Nobody => StatusCodes.Status404NotFound,
                    StartedImport.NoRegion => StatusCodes.Status422UnprocessableEntity,
                    _ => StatusCodes.Status503ServiceUnavailable,
                });
        }
    }

    private static async Task<Ok<List<ImportAnswer>>> ListAsync(HistoryQueries history, CancellationToken cancellationToken) =>
        TypedResults.Ok((await history.ListAsync(most: 50, cancellationToken)).Select(import => ImportAnswer.Of(import)).ToList());

    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> FindAsync(string job, HistoryQueries history, CancellationToken cancellationToken) =>
        await history.FindAsync(job, cancellationToken) is { } import ? TypedResults.Ok(ImportAnswer.Of(import)) : NotFound(job);

    private static async Task<Results<ServerSentEventsResult<ImportAnswer>, ProblemHttpResult>> StreamAsync(
        string job, HistoryQueries history, ImportEvents events, CancellationToken cancellationToken) =>
        await history.FindAsync(job, cancellationToken) is { } import ? TypedResults.ServerSentEvents(events.FollowAsync(import, cancellationToken)) : NotFound(job);

    private static async Task<Results<Ok<List<ImportedMatchAnswer>>, ProblemHttpResult>> MatchesAsync(
        string job, ClaimsPrincipal visitor, CustomGames customs, HiddenPeople people, HistoryQueries history, StaticDataStore catalogs, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(job, cancellationToken) is not { PlayerId: var player })
        {
            return NotFound(job);
        }

        var hidden = await people.OfAsync(player, visitor, cancellationToken);
        var matches = await history.MatchesAsync(job, ImportRequest.MostMatches, customs.AreShownTo(visitor), hidden.Own, cancellationToken);
        return TypedResults.Ok(matches.Select(match => ImportedMatchAnswer.Of(match, catalogs.Current)).ToList());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(string job, HistoryJobs jobs, HistoryQueries history, CancellationToken cancellationToken) =>
        await jobs.CancelAsync(job, cancellationToken) ? TypedResults.NoContent()
        : await history.FindAsync(job, cancellationToken) is null ? NotFound(job)
        : TypedResults.Problem("The import has ended already.", statusCode: StatusCodes.Status409Conflict);

    private static string AddressOf(ImportView import) => $"/api/history/{import.Id}";

    private static ProblemHttpResult NotFound(string job) => TypedResults.Problem($"There is no import {job}", statusCode: StatusCodes.Status404NotFound);
}
