using System.Text.Json.Nodes;
using MnM.Simulator.LiveClient;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>Somebody on the screen after a game in the League client's shape.</summary>
internal static class EndOfGamePlayerJson
{
    public static JsonObject Of(PlayedGame game, JsonObject info, ScriptParticipant one)
    {
        var (told, alias) = (Find(info, one), PlayerJson.Alias(one));
        return new JsonObject
        {
            ["botPlayer"] = one.IsBot,
            ["championId"] = one.ChampionId,
            ["championName"] = PlayerJson.ChampionName(one),
            ["championSquarePortraitPath"] = $"/lol-game-data/assets/v1/champion-icons/{one.ChampionId}.png",
            ["detectedTeamPosition"] = one.Position,
            ["gameId"] = game.Script.GameId,
            ["isLocalPlayer"] = !game.IsWatched && one == game.Local,
            ["items"] = LcuJson.Numbers(one.Items),
            ["leaver"] = false,
            ["leaves"] = 0,
            ["level"] = told.Int("summonerLevel"),
            ["losses"] = 0,
            ["profileIconId"] = told.Int("profileIcon"),
            ["puuid"] = LcuPerson.Puuid(one),
            ["riotIdGameName"] = LcuPerson.GameName(one),
            ["riotIdTagLine"] = LcuPerson.TagLine(one),
            ["selectedPosition"] = one.Position,
            ["skinEmblemPaths"] = new JsonArray(),
            ["skinSplashPath"] = $"/lol-game-data/assets/ASSETS/Characters/{alias}/Skins/Base/Images/{alias.ToLowerInvariant()}_splash_centered_0.jpg",
            ["skinTilePath"] = $"/lol-game-data/assets/ASSETS/Characters/{alias}/Skins/Base/Images/{alias.ToLowerInvariant()}_splash_tile_0.jpg",
            ["spell1Id"] = one.Spells[0],
            ["spell2Id"] = one.Spells[1],
            ["stats"] = EndOfGameStatsJson.Of(told),
            ["summonerId"] = LcuPerson.SummonerId(one),
            ["summonerName"] = one.IsBot ? PlayerJson.ChampionName(one) : "",
            ["teamId"] = one.TeamId,
            ["wins"] = 0,
        };
    }

    /// <summary>What stands in the place of the local player when somebody only watched.</summary>
    public static JsonObject Nobody() => new()
    {
        ["botPlayer"] = false,
        ["championId"] = 0,
        ["championName"] = "",
        ["championSquarePortraitPath"] = "",
        ["detectedTeamPosition"] = "",
        ["gameId"] = 0,
        ["isLocalPlayer"] = false,
        ["items"] = new JsonArray(),
        ["leaver"] = false,
        ["leaves"] = 0,
        ["level"] = 0,
        ["losses"] = 0,
        ["profileIconId"] = -1,
        ["puuid"] = "",
        ["riotIdGameName"] = "",
        ["riotIdTagLine"] = "",
        ["selectedPosition"] = "",
        ["skinEmblemPaths"] = new JsonArray(),
        ["skinSplashPath"] = "",
        ["skinTilePath"] = "",
        ["spell1Id"] = 0,
        ["spell2Id"] = 0,
        ["stats"] = null,
        ["summonerId"] = 0,
        ["summonerName"] = "",
        ["teamId"] = 0,
        ["wins"] = 0,
    };

    /// <summary>What the match tells of the participant.</summary>
    public static JsonObject Find(JsonObject info, ScriptParticipant one) =>
        info.Children("participants").Where((told, index) => (told.Int("participantId") is var id and > 0 ? id : index + 1) == one.Id).First();
}
