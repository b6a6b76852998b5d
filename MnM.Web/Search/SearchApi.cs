using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MnM.Web.Security;

namespace MnM.Web.Search;

/// <summary>The search over HTTP.</summary>
public static class SearchApi
{
    /// <summary>GET /api/search.</summary>
    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search", SearchAsync).ForViewers().WithName("Search").WithSummary("Players that MnM knows, champions and matches of a text.").WithTags("Search");
        return routes;
    }

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> SearchAsync([FromQuery(Name = "q")] string? text, ClaimsPrincipal visitor, CustomGames customs, SearchQuery search, CancellationToken cancellationToken) =>
        text?.Trim() is { Length: > 0 and <= SearchQuery.Longest } sought
            ? TypedResults.Ok(SearchAnswer.Of((await search.FindAsync(sought, cancellationToken)).For(visitor, customs)))
            : TypedResults.Problem($"q is what is looked for, 1 to {SearchQuery.Longest} characters.", statusCode: StatusCodes.Status400BadRequest);
}
