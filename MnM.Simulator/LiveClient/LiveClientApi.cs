using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.LiveClient;

/// <summary>The paths of the Live Client Data API.</summary>
internal static class LiveClientApi
{
    public const string Prefix = "/liveclientdata/";

    /// <param name="source">Null while the game loads.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="query">Its query; calls for one player take riotId.</param>
    /// <param name="timeBack">Whether a whole-game answer is to show an earlier game time.</param>
    public static LiveAnswer Answer(ILiveSource? source, string path, IQueryCollection query, bool timeBack)
    {
        if (LiveClientSpecification.Find(path) is { } specification)
        {
            return LiveAnswer.Ok(specification);
        }

        if (source is null || !path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return LiveAnswer.NotFound("Invalid URI format");
        }

        var name = path[Prefix.Length..];
        if (name == "allgamedata")
        {
            return LiveAnswer.Ok(source.Poll(timeBack));
        }

        using var whole = JsonDocument.Parse(source.Peek());
        return name switch
        {
            "activeplayer" => Part(whole, "activePlayer"),
            "activeplayername" => LiveAnswer.Ok(ActivePlayerName(whole.RootElement)),
            "activeplayerabilities" => ActivePlayerPart(whole, "abilities"),
            "activeplayerrunes" => ActivePlayerPart(whole, "fullRunes"),
            "playerlist" => PlayerList(whole, query["teamID"].ToString()),
            "playerscores" => PlayerPart(whole, query, "scores"),
            "playersummonerspells" => PlayerPart(whole, query, "summonerSpells"),
            "playermainrunes" => PlayerPart(whole, query, "runes"),
            "playeritems" => PlayerPart(whole, query, "items"),
            "eventdata" => EventData(whole, query["eventID"].ToString()),
            "gamestats" => Part(whole, "gameData"),
            _ => LiveAnswer.NotFound("Invalid URI format"),
        };
    }

    private static LiveAnswer Part(JsonDocument whole, string name) =>
        whole.RootElement.TryGetProperty(name, out var part) ? LiveAnswer.Ok(part) : LiveAnswer.NotFound("Invalid URI format");

    private static LiveAnswer ActivePlayerPart(JsonDocument whole, string name)
    {
        var player = whole.RootElement.GetProperty("activePlayer");
        return LiveAnswer.Ok(player.TryGetProperty(name, out var part) ? part : player);
    }

    private static string ActivePlayerName(JsonElement whole)
    {
        var player = whole.GetProperty("activePlayer");
        return Text(player, "riotId") ?? Text(player, "summonerName") ?? "";
    }

    private static LiveAnswer PlayerList(JsonDocument whole, string team) => team is "" or "ALL"
        ? Part(whole, "allPlayers")
        : new LiveAnswer(200, LiveJson.Write(json =>
        {
            json.WriteStartArray();
            foreach (var player in whole.RootElement.GetProperty("allPlayers").EnumerateArray().Where(player => Text(player, "team") == team))
            {
                player.WriteTo(json);
            }

            json.WriteEndArray();
        }));

    private static LiveAnswer PlayerPart(JsonDocument whole, IQueryCollection query, string name)
    {
        var riotId = query["riotId"].ToString();
        if (riotId.Length == 0)
        {
            return LiveAnswer.BadRequest("Missing required parameter 'riotId'");
        }

        foreach (var player in whole.RootElement.GetProperty("allPlayers").EnumerateArray())
        {
            if (riotId == (Text(player, "riotId") ?? Text(player, "summonerName")) && player.TryGetProperty(name, out var part))
            {
                return LiveAnswer.Ok(part);
            }
        }

        return LiveAnswer.BadRequest($"Unable to find player '{riotId}'");
    }

    private static LiveAnswer EventData(JsonDocument whole, string from)
    {
        if (!int.TryParse(from, out var first))
        {
            return Part(whole, "events");
        }

        return new LiveAnswer(200, LiveJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("Events");
            foreach (var one in whole.RootElement.GetProperty("events").GetProperty("Events").EnumerateArray())
            {
                if (one.GetProperty("EventID").GetInt32() >= first)
                {
                    one.WriteTo(json);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
