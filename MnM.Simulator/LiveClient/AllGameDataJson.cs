using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>The whole game in the live client's shape.</summary>
internal static class AllGameDataJson
{
    public const string SpectatorError = "Spectator mode doesn't currently support this feature";

    public static byte[] Write(ScriptedGame game, LiveView view, double shownTime) => LiveJson.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("activePlayer");
        if (view.Spectator)
        {
            json.WriteStartObject();
            json.WriteString("error", SpectatorError);
            json.WriteEndObject();
        }
        else
        {
            ActivePlayerJson.Write(json, game);
        }

        json.WriteStartArray("allPlayers");
        foreach (var player in Ordered(game, view))
        {
            PlayerJson.Write(json, player, game.Time);
        }

        json.WriteEndArray();
        json.WritePropertyName("events");
        EventJson.Write(json, game.Events);
        json.WriteStartObject("gameData");
        json.WriteString("gameMode", game.Script.GameMode);
        json.WriteFloat("gameTime", shownTime);
        json.WriteString("mapName", $"Map{game.Script.MapId}");
        json.WriteNumber("mapNumber", game.Script.MapId);
        json.WriteString("mapTerrain", game.Terrain);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    // The list follows the scoreboard; streamer mode mixes the teams too, so that a place in it says nothing of a person.
    private static IEnumerable<PlayerState> Ordered(ScriptedGame game, LiveView view) => game.Players
        .OrderBy(player => view.Streamer ? 0 : player.Script.TeamId)
        .ThenByDescending(player => player.Kills)
        .ThenBy(player => player.Deaths)
        .ThenByDescending(player => player.Assists)
        .ThenBy(player => player.Script.Id);
}
