using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MnM.Simulator.StaticData;

/// <summary>Data Dragon as <c>ddragon.leagueoflegends.com</c> serves it, with drawn pictures.</summary>
public static class DataDragonEndpoints
{
    private static readonly string[] Realms = ["na", "euw", "eune", "kr", "jp", "br", "oce", "lan", "las", "tr", "ru", "sg", "tw", "vn", "me"];

    /// <summary>Maps Data Dragon's paths below the prefix ("" for the root).</summary>
    public static IEndpointRouteBuilder MapDataDragon(this IEndpointRouteBuilder routes, string prefix)
    {
        var pictures = new Pictures();
        var files = routes.MapGroup(prefix);
        files.MapGet("/api/versions.json", () => Json(new JsonArray([.. DataDragonFiles.Versions.Select(version => (JsonNode)version)])));
        files.MapGet("/realms/{realm}.json", (string realm, HttpRequest request) => Realms.Contains(realm)
            ? Json(DataDragonFiles.Realm(realm, $"{request.Scheme}://{request.Host}{prefix}/cdn"))
            : AccessDenied());
        files.MapGet("/cdn/languages.json", () => Json(new JsonArray([.. DataDragonFiles.Languages.Select(language => (JsonNode)language)])));
        files.MapGet("/cdn/{version}/data/{language}/{file}", Data);
        files.MapGet("/cdn/{version}/img/{kind}/{file}", (string version, string kind, string file) =>
            DataDragonFiles.Versions.Contains(version) ? Picture(pictures.Versioned(kind, file)) : AccessDenied());
        files.MapGet("/cdn/img/{**path}", (string path) => Picture(pictures.Rune(path)));
        files.MapGet("/cdn/{**anythingElse}", AccessDenied);
        return routes;
    }

    private static IResult Data(string version, string language, string file)
    {
        if (!DataDragonFiles.Versions.Contains(version) || !DataDragonFiles.Languages.Contains(language))
            return AccessDenied();
        JsonNode? content = file switch
        {
            "champion.json" => DataDragonFiles.Champions(version),
            "item.json" => DataDragonFiles.Items(version),
            "summoner.json" => DataDragonFiles.Spells(version),
            "runesReforged.json" => DataDragonFiles.Runes(),
            "tft-champion.json" => DataDragonTactics.Units(version),
            "tft-item.json" => DataDragonTactics.Items(version),
            "tft-trait.json" => DataDragonTactics.Traits(version),
            _ => null,
        };
        return content is null ? AccessDenied() : Json(content);
    }

    private static IResult Json(JsonNode content) => Results.Text(content.ToJsonString(), "application/json");

    private static IResult Picture(byte[]? png) => png is null ? AccessDenied() : Results.Bytes(png, "image/png");

    /// <summary>The real store answers so for every file it does not have.</summary>
    private static IResult AccessDenied() => Results.Text(
        """<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>""",
        "application/xml", statusCode: StatusCodes.Status403Forbidden);
}
