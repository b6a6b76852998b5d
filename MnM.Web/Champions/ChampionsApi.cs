using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.StaticData;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Champions;

/// <summary>The champions.</summary>
public static class ChampionsApi
{
    /// <summary>Maps /champions, there and below /api.</summary>
    public static IEndpointRouteBuilder MapChampionsApi(this IEndpointRouteBuilder routes)
    {
        routes.MapContract("Champions", (api, name) =>
        {
            api.MapGet("/champions", List).ForViewers().WithName(name("ListChampions")).WithSummary("All champions, by name.").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
            api.MapGet("/champions/{id}", Find).ForViewers().WithName(name("GetChampion")).WithSummary("A champion, by Riot's number or Data Dragon's name.")
                .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        });
        return routes;
    }

    private static Results<Ok<List<ChampionJson>>, ProblemHttpResult> List(StaticDataStore catalogs, HttpRequest request) => catalogs.Current is { Version: not null } catalog
        ? TypedResults.Ok(catalog.Champions.Values.OrderBy(champion => champion.Name, StringComparer.InvariantCulture).Select(champion => ChampionJson.Of(champion, request)).ToList())
        : NothingYet();

    private static Results<Ok<ChampionJson>, ProblemHttpResult> Find(string id, StaticDataStore catalogs, HttpRequest request) => catalogs.Current switch
    {
        { Version: null } => NothingYet(),
        var catalog when ChampionOf(id, catalog) is { } champion => TypedResults.Ok(ChampionJson.Of(champion, request)),
        _ => TypedResults.Problem($"There is no champion {id}.", statusCode: StatusCodes.Status404NotFound),
    };

    private static StaticChampion? ChampionOf(string id, StaticCatalog catalog) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? catalog.ChampionOf(number) : catalog.Champions.GetValueOrDefault(id);

    private static ProblemHttpResult NothingYet() => TypedResults.Problem("MnM has not read Data Dragon's champions yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
}

/// <summary>A champion as the contract names its fields.</summary>
/// <param name="ChampId">Riot's number.</param>
/// <param name="Name">In the language of the settings.</param>
/// <param name="Nickname">The champion's title.</param>
/// <param name="ImageUrl">Whole address of the picture, at the host that was asked.</param>
public sealed record ChampionJson(int ChampId, string Name, string Nickname, string ImageUrl)
{
    internal static ChampionJson Of(StaticChampion champion, HttpRequest request) =>
        new(champion.Id, champion.Name, champion.Title, $"{request.Scheme}://{request.Host}/assets/champion/{Uri.EscapeDataString(champion.Alias)}.png");
}
