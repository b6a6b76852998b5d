using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.StaticData;
using MnM.Web.Security;

namespace MnM.Web.Champions;

/// <summary>How champions do in the stored matches, over HTTP.</summary>
public static class ChampionStatsApi
{
    /// <summary>GET /api/champions/{id}/stats.</summary>
    public static IEndpointRouteBuilder MapChampionStats(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/champions/{id}/stats", StatsAsync).ForViewers()
            .WithName("GetChampionStats")
            .WithSummary("How a champion does in the stored matches, by role, patch and queue.")
            .WithTags("Champions");
        return routes;
    }

    private static async Task<Results<Ok<ChampionStatsAnswer>, ProblemHttpResult>> StatsAsync(
        string id, [AsParameters] ChampionParameters said, ChampionReader reader, StaticDataStore catalogs, CancellationToken cancellationToken)
    {
        var (filter, faults) = ChampionQuestion.Read(said);
        if (faults.Count > 0)
        {
            return TypedResults.Problem(string.Join(' ', faults), statusCode: StatusCodes.Status400BadRequest);
        }

        return await reader.FindAsync(id, cancellationToken) is { } champion
            ? TypedResults.Ok(ChampionStatsAnswer.Of(champion, await reader.ReadAsync(champion, filter, cancellationToken), catalogs.Current))
            : TypedResults.Problem($"There is no champion \"{id}\": neither static data nor a stored match has one.", statusCode: StatusCodes.Status404NotFound);
    }
}
