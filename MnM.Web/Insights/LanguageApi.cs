using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Insights.Language;

namespace MnM.Web.Insights;

/// <summary>The language model over HTTP: how it stands, and the owner's word that reports may go to it.</summary>
public static class LanguageApi
{
    /// <summary>Maps /api/insights/language.</summary>
    public static IEndpointRouteBuilder MapLanguageApi(this IEndpointRouteBuilder routes)
    {
        var language = routes.MapGroup("/api/insights/language").WithTags("Insights");
        language.MapGet("", FindAsync).WithName("GetLanguageModel").WithSummary("How the language model stands that writes insights.");
        language.MapPut("", AgreeAsync).WithName("AgreeToLanguageModel").WithSummary("Agrees that reports go to it, or takes that back.");
        return routes;
    }

    private static async Task<Ok<LanguageAnswer>> FindAsync(LanguageDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(LanguageAnswer.Of(await desk.FindAsync(cancellationToken)));

    private static async Task<Results<Ok<LanguageAnswer>, ProblemHttpResult>> AgreeAsync(LanguageAgreement said, LanguageDesk desk, CancellationToken cancellationToken)
    {
        var state = await desk.FindAsync(cancellationToken);
        if (said.Agreed is not { } isAgreed)
        {
            return TypedResults.Problem("agreed is missing: true or false.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (state.Endpoint is null)
        {
            return TypedResults.Problem("No language model is set up: INSIGHTS_ENDPOINT and INSIGHTS_MODEL name one.", statusCode: StatusCodes.Status409Conflict);
        }

        await desk.AgreeAsync(isAgreed, cancellationToken);
        return TypedResults.Ok(LanguageAnswer.Of(await desk.FindAsync(cancellationToken)));
    }
}

/// <summary>The owner's word.</summary>
/// <param name="Agreed">Whether reports may go to the endpoint and model that are set.</param>
public sealed record LanguageAgreement(bool? Agreed);

/// <summary>How the language model stands.</summary>
/// <param name="Endpoint">Where reports would be sent; null where none is set up.</param>
/// <param name="Model">Its name.</param>
/// <param name="IsLocal">Whether that is this machine.</param>
/// <param name="IsOn">Whether reports are sent.</param>
/// <param name="AgreedAt">When the owner agreed; null while not.</param>
/// <param name="TokensToday">Since midnight by this machine's clock.</param>
/// <param name="DailyTokens">The budget.</param>
/// <param name="CostToday">Null where no prices are set.</param>
/// <param name="Currency">Of the prices.</param>
/// <param name="LastFault">What went wrong with the last question; null where nothing did.</param>
public sealed record LanguageAnswer(
    string? Endpoint, string Model, bool IsLocal, bool IsOn, DateTimeOffset? AgreedAt, int TokensToday, int DailyTokens, decimal? CostToday, string Currency, string? LastFault)
{
    internal static LanguageAnswer Of(LanguageState state) => new(
        state.Endpoint?.AbsoluteUri, state.Model, state.IsLocal, state.IsOn, state.AgreedAt, state.TokensToday, state.DailyTokens, state.CostToday, state.Currency, state.LastFault);
}
