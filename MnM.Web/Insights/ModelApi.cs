using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Insights.WinProbability;

namespace MnM.Web.Insights;

/// <summary>The model of win chances, over HTTP.</summary>
public static class ModelApi
{
    /// <summary>GET /api/insights/model.</summary>
    public static IEndpointRouteBuilder MapModelApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/insights/model", FindAsync)
            .WithName("GetWinModel")
            .WithSummary("The model of win chances after the fact: how good it is on matches that it has not seen, and what it weighs.")
            .WithTags("Insights");
        return routes;
    }

    private static async Task<Ok<ModelAnswer>> FindAsync(WinModels models, CancellationToken cancellationToken) =>
        TypedResults.Ok(ModelAnswer.Of(await models.FindAsync(cancellationToken), await models.ListAsync(cancellationToken)));
}
