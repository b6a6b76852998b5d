using System.Text.Json.Nodes;

namespace MnM.Simulator.RiotApi;

/// <summary>lol-status-v4 and tft-status-v1: whether a platform is well.</summary>
internal static class StatusApi
{
    public static RiotAnswer PlatformData(RiotRequest request) => RiotAnswer.Ok(new JsonObject
    {
        ["id"] = request.Route.ToUpperInvariant(),
        ["name"] = request.Route == RiotRoutes.Home ? "EU West" : request.Route.ToUpperInvariant(),
        ["locales"] = new JsonArray("en_GB", "de_DE", "es_ES", "fr_FR", "it_IT"),
        ["maintenances"] = new JsonArray(),
        ["incidents"] = new JsonArray(),
    });
}
