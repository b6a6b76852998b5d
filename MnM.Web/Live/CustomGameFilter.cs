using System.Globalization;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>Answers for a game that a visitor may not see as for one that is not there.</summary>
internal static class CustomGameFilter
{
    /// <summary>For routes below a game's {id}.</summary>
    public static TBuilder HidesCustomGames<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.AddEndpointFilter(async (asked, next) =>
        {
            var http = asked.HttpContext;
            var shared = http.RequestServices.GetRequiredService<SharedGames>();
            var id = Convert.ToInt64(http.GetRouteValue("id"), CultureInfo.InvariantCulture);
            return await shared.IsShownAsync(id, http.User, http.RequestServices.GetRequiredService<GameQueries>(), http.RequestAborted)
                ? await next(asked)
                : TypedResults.Problem($"There is no game {id}", statusCode: StatusCodes.Status404NotFound);
        });
}
