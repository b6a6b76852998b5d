using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>A map in the League client's shape; of its many pictures and sounds a few are named.</summary>
internal static class GameMapJson
{
    private const string Assets = "lol-game-data/assets/content/src/LeagueClient/GameModeAssets/";

    public static JsonObject Of(QueueInfo queue)
    {
        var abyss = queue.MapId == 12;
        var (name, folder) = abyss ? ("Howling Abyss", "ARAM") : ("Summoner's Rift", "Classic_SRU");
        return new JsonObject
        {
            ["assets"] = new JsonObject
            {
                ["game-select-icon-active"] = $"{Assets}{folder}/img/game-select-icon-active.png",
                ["game-select-icon-default"] = $"{Assets}{folder}/img/game-select-icon-default.png",
                ["gameflow-background"] = $"{Assets}{folder}/img/gameflow-background.jpg",
                ["icon-defeat"] = $"{Assets}{folder}/img/icon-defeat.png",
                ["icon-victory"] = $"{Assets}{folder}/img/icon-victory.png",
            },
            ["categorizedContentBundles"] = new JsonObject(),
            ["description"] = "",
            ["gameMode"] = queue.GameMode,
            ["gameModeName"] = name,
            ["gameModeShortName"] = name,
            ["gameMutator"] = "",
            ["id"] = queue.MapId,
            ["isRGM"] = false,
            ["mapStringId"] = abyss ? "HA" : "SR",
            ["name"] = name,
            ["perPositionDisallowedSummonerSpells"] = new JsonObject(),
            ["perPositionRequiredSummonerSpells"] = new JsonObject(),
            ["platformId"] = "",
            ["platformName"] = "",
            ["properties"] = new JsonObject { ["suppressRunesMasteriesPerks"] = false },
        };
    }
}
