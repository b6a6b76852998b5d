using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MnM.Simulator.StaticData;

/// <summary>Riot's lists of queues and maps as <c>static.developer.riotgames.com</c> serves them; as there, the newest queues are missing.</summary>
public static class GameConstantsEndpoints
{
    private const string Rift = "Summoner's Rift";

    private static readonly (int Id, string Map, string? Description)[] Queues =
    [
        (0, "Custom games", null),
        (400, Rift, "5v5 Draft Pick games"),
        (420, Rift, "5v5 Ranked Solo games"),
        (430, Rift, "5v5 Blind Pick games"),
        (440, Rift, "5v5 Ranked Flex games"),
        (450, "Howling Abyss", "5v5 ARAM games"),
        (490, Rift, "Normal (Quickplay)"),
        (600, Rift, "Blood Hunt Assassin games"),
        (700, Rift, "Summoner's Rift Clash games"),
        (900, Rift, "ARURF games"),
        (1900, Rift, "Pick URF games"),
    ];

    private static readonly (int Id, string Name)[] Maps = [(11, Rift), (12, "Howling Abyss"), (21, "Nexus Blitz"), (22, "Convergence"), (30, "Rings of Wrath")];

    /// <summary>Maps the lists below the prefix.</summary>
    public static IEndpointRouteBuilder MapGameConstants(this IEndpointRouteBuilder routes, string prefix)
    {
        var files = routes.MapGroup(prefix);
        files.MapGet("/queues.json", () => Json(Queues.Select(queue =>
            new JsonObject { ["queueId"] = queue.Id, ["map"] = queue.Map, ["description"] = queue.Description, ["notes"] = null })));
        files.MapGet("/maps.json", () => Json(Maps.Select(map => new JsonObject { ["mapId"] = map.Id, ["mapName"] = map.Name, ["notes"] = "Current Version" })));
        return routes;
    }

    private static IResult Json(IEnumerable<JsonObject> entries) => Results.Text(new JsonArray([.. entries]).ToJsonString(), "application/json");
}
