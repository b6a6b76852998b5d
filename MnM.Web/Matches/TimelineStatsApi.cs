using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Web.Security;

namespace MnM.Web.Matches;

/// <summary>How the people of a match stood at certain minutes, over HTTP.</summary>
public static class TimelineStatsApi
{
    /// <summary>Maps /api/matches/{id}/timeline-stats.</summary>
    public static IEndpointRouteBuilder MapTimelineStatsApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/matches/{id}/timeline-stats", StatsAsync).ForViewers().WithTags("Matches").WithName("GetTimelineStats")
            .WithSummary("CS, gold, XP, level and kills against the lane opponent at 5, 10, 15 and 20 minutes.");
        return routes;
    }

    private static async Task<Results<Ok<TimelineStatsAnswer>, ProblemHttpResult>> StatsAsync(
        string id, string? participant, ClaimsPrincipal visitor, MatchOpener opener, CancellationToken cancellationToken)
    {
        if (MatchPages.IdOf(id) is not { } matchId)
        {
            return Problem($"\"{id}\" is no id of a match; one is EUW1_5720153635.", StatusCodes.Status400BadRequest);
        }

        var asks = visitor.IsOwner();
        var (opened, answer) = asks ? await opener.AskAsync(matchId, cancellationToken) : (await opener.FindAsync(matchId, visitor, cancellationToken), null);
        if (opened is null && !asks)
        {
            return Problem(OwnersRiot.Sentence, StatusCodes.Status404NotFound);
        }

        if (opened is null)
        {
            return answer is MatchAnswer.Absent absent ? Absent(absent.State, absent.Reason) : Unavailable(answer is MatchAnswer.Unavailable unavailable ? unavailable.Reason : "");
        }

        if (Number(participant, opened) is not { } number)
        {
            return Problem(
                $"\"{participant}\" is nobody in {matchId}: it is a number from 1 to {opened.Read.Participants.Select(one => one.Number).DefaultIfEmpty().Max()}, or the PUUID of one of its people.",
                StatusCodes.Status400BadRequest);
        }

        var part = await opener.FindTimelineAsync(opened.Match, cancellationToken);
        return (part is TimelinePart.NotAsked && asks ? await opener.AskTimelineAsync(matchId, cancellationToken) : part) switch
        {
            TimelinePart.Here here => TypedResults.Ok(TimelineStatsAnswer.Of(opened, here.Timeline, number)),
            TimelinePart.Absent none => Problem(none.Reason, StatusCodes.Status404NotFound),
            TimelinePart.Unavailable none => Unavailable(none.Reason),
            TimelinePart.NotAsked => Problem(OwnersRiot.Sentence, StatusCodes.Status404NotFound),
            var other => throw new InvalidOperationException($"Nobody knows the part {other}."),
        };
    }

    /// <summary>The number that is asked for, 0 for all; null for nobody.</summary>
    private static int? Number(string? participant, OpenedMatch opened) => string.IsNullOrWhiteSpace(participant) ? 0 : opened.Find(participant)?.Number;

    private static ProblemHttpResult Absent(WorkState state, string reason) => Problem(reason, state == WorkState.Private ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);

    private static ProblemHttpResult Unavailable(string reason) => Problem(reason, StatusCodes.Status503ServiceUnavailable);

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
