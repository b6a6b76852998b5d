using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Insights;
using MnM.Web.Security;
using Answered = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<MnM.Web.Insights.InsightStateAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.Accepted<MnM.Web.Insights.InsightStateAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace MnM.Web.Insights;

/// <summary>Insights over HTTP: what is told of a match or a player, and the order that it be made.</summary>
public static class InsightsApi
{
    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddInsightsApi(this IServiceCollection services) => services.AddSingleton<InsightSubjects>();

    /// <summary>Maps /api/matches/{id}/insights and /api/players/{player}/insights.</summary>
    public static IEndpointRouteBuilder MapInsightsApi(this IEndpointRouteBuilder routes)
    {
        var matches = routes.MapGroup("/api/matches/{id}/insights").WithTags("Insights");
        matches.MapGet("", MatchAsync).ForViewers().WithName("GetMatchInsight").WithSummary("Why a match went as it did for one of its people.");
        matches.MapPost("", OrderMatchAsync).WithName("OrderMatchInsight").WithSummary("Has a match explained; at once where that was done already.");
        var players = routes.MapGroup("/api/players/{player}/insights").WithTags("Insights");
        players.MapGet("", PlayerAsync).ForViewers().WithName("GetPlayerInsight").WithSummary("What stands out in a player's last games.");
        players.MapPost("", OrderPlayerAsync).WithName("OrderPlayerInsight").WithSummary("Has a player's last games explained; at once where that was done already.");
        return routes;
    }

    private static async Task<Answered> MatchAsync(string id, string? participant, ClaimsPrincipal visitor, InsightSubjects subjects, InsightDesk desk, CancellationToken cancellationToken) =>
        await subjects.OfMatchAsync(id, participant, isWanted: false, visitor, cancellationToken) switch
        {
            (null, var problem) => problem!,
            (var subject, _) => Answer(visitor, subject, AddressOf(subject), await desk.FindAsync(subject, cancellationToken)),
        };

    private static async Task<Answered> OrderMatchAsync(
        string id, string? participant, string? anew, ClaimsPrincipal visitor, InsightSubjects subjects, InsightDesk desk, CancellationToken cancellationToken)
    {
        if (ReadAnew(anew) is not { } isAnew)
        {
            return WrongAnew(anew);
        }

        return await subjects.OfMatchAsync(id, participant, isWanted: true, visitor, cancellationToken) switch
        {
            (null, var problem) => problem!,
            (var subject, _) => Answer(visitor, subject, AddressOf(subject), await desk.OrderAsync(subject, isAnew, cancellationToken)),
        };
    }

    private static async Task<Answered> PlayerAsync(string player, string? games, ClaimsPrincipal visitor, InsightSubjects subjects, InsightDesk desk, CancellationToken cancellationToken) =>
        await subjects.OfPlayerAsync(player, games, visitor, cancellationToken) switch
        {
            (null, var problem) => problem!,
            (var subject, _) => Answer(visitor, subject, AddressOf(player, subject), await desk.FindAsync(subject, cancellationToken)),
        };

    private static async Task<Answered> OrderPlayerAsync(
        string player, string? games, string? anew, ClaimsPrincipal visitor, InsightSubjects subjects, InsightDesk desk, CancellationToken cancellationToken)
    {
        if (ReadAnew(anew) is not { } isAnew)
        {
            return WrongAnew(anew);
        }

        return await subjects.OfPlayerAsync(player, games, visitor, cancellationToken) switch
        {
            (null, var problem) => problem!,
            (var subject, _) => Answer(visitor, subject, AddressOf(player, subject), await desk.OrderAsync(subject, isAnew, cancellationToken)),
        };
    }

    private static Answered Answer(ClaimsPrincipal visitor, InsightSubject subject, string address, InsightAnswer answer) => answer switch
    {
        InsightAnswer.NotMade => InsightSubjects.Problem("Nobody has asked for this insight yet; POST has it made.", StatusCodes.Status404NotFound),
        InsightAnswer.NotSupported { Reason: var reason } => InsightSubjects.Problem(reason, StatusCodes.Status409Conflict),
        InsightAnswer.Waiting => TypedResults.Accepted(address, InsightStateAnswer.Of(subject, answer).For(visitor)),
        _ => TypedResults.Ok(InsightStateAnswer.Of(subject, answer).For(visitor)),
    };

    private static string AddressOf(InsightSubject.OfMatch subject) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/matches/{Uri.EscapeDataString(subject.MatchId)}/insights?participant={subject.Participant}");

    private static string AddressOf(string player, InsightSubject.OfPlayer subject) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/players/{Uri.EscapeDataString(player)}/insights?games={subject.Games}");

    private static bool? ReadAnew(string? text) => string.IsNullOrWhiteSpace(text) ? false : bool.TryParse(text, out var isAnew) ? isAnew : null;

    private static ProblemHttpResult WrongAnew(string? text) => InsightSubjects.Problem($"\"{text}\" is neither true nor false, which anew is.", StatusCodes.Status400BadRequest);
}
