using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>The gameflow session in the League client's shape: which game, who plays, on what map.</summary>
internal static class GameflowSessionJson
{
    public static byte[]? Write(EveningState state) => state.Phase == GameflowPhase.None ? null : LcuJson.Write(new JsonObject
    {
        ["gameClient"] = GameClient(state),
        ["gameData"] = GameData(state),
        ["gameDodge"] = new JsonObject
        {
            ["dodgeIds"] = new JsonArray(),
            ["phase"] = state.Dodged ? nameof(GameflowPhase.ChampSelect) : nameof(GameflowPhase.None),
            ["state"] = state.Dodged ? state.Phase == GameflowPhase.Lobby ? "PartyDodged" : "StrangerDodged" : "Invalid",
        },
        ["map"] = GameMapJson.Of(state.Queue),
        ["phase"] = state.Phase.ToString(),
    });

    public static JsonArray PremadeSizes(QueueInfo queue) => LcuJson.Numbers(queue.Id == 420 ? [1, 2] : [1, 2, 3, 4, 5]);

    private static JsonObject GameClient(EveningState state)
    {
        var running = state.Stage is GameStage.Loading or GameStage.Playing or GameStage.Ended;
        return new JsonObject
        {
            ["observerServerIp"] = "",
            ["observerServerPort"] = 0,
            ["running"] = running,
            ["serverIp"] = running ? "192.0.2.71" : "",
            ["serverPort"] = running ? 5238 : 0,
            ["visible"] = running && state.Stage != GameStage.Loading,
        };
    }

    private static JsonObject GameData(EveningState state)
    {
        var game = Told(state);
        var people = game is null ? [] : Moving(game, state);
        return new JsonObject
        {
            ["gameId"] = game?.Script.GameId ?? (state.Phase == GameflowPhase.ChampSelect && !state.Queue.IsCustom ? state.Game?.Script.GameId : null) ?? 0,
            ["gameName"] = state.Queue.IsCustom ? $"{state.Account.GameName}'s Game" : "",
            ["isCustomGame"] = state.Queue.IsCustom,
            ["password"] = "",
            ["playerChampionSelections"] = LcuJson.Array(people.Select(Selection)),
            ["queue"] = QueueJson.Of(state.Queue),
            ["spectatorsAllowed"] = state.Queue.IsCustom,
            ["teamOne"] = LcuJson.Array(people.Where(one => one.TeamId != 200).Select(Member)),
            ["teamTwo"] = LcuJson.Array(people.Where(one => one.TeamId == 200).Select(Member)),
        };
    }

    /// <summary>Whose people the session holds: nobody's before the game starts, but those of the last game while a custom one is prepared.</summary>
    private static PlayedGame? Told(EveningState state) => state.Phase switch
    {
        GameflowPhase.Lobby or GameflowPhase.Matchmaking or GameflowPhase.ReadyCheck => state.Queue.IsCustom ? state.Game ?? state.LastGame : null,
        GameflowPhase.ChampSelect => state.Queue.IsCustom ? state.LastGame : null,
        _ => state.Game,
    };

    // In streamer mode the order of the lists means nothing and changes.
    private static List<ScriptParticipant> Moving(PlayedGame game, EveningState state)
    {
        var people = game.Script.Participants.ToList();
        if (game.HidesNames)
        {
            var shift = (int)(state.Since.ToUnixTimeSeconds() % people.Count);
            people = [.. people.Skip(shift), .. people.Take(shift)];
        }

        return people;
    }

    private static JsonNode Selection(ScriptParticipant one) => new JsonObject
    {
        ["championId"] = one.ChampionId,
        ["selectedSkinIndex"] = 0,
        ["spell1Id"] = LcuPerson.Spell(one, 0),
        ["spell2Id"] = LcuPerson.Spell(one, 1),
        ["summonerInternalName"] = LcuPerson.GameName(one),
    };

    private static JsonNode Member(ScriptParticipant one) => new JsonObject
    {
        ["championId"] = one.ChampionId,
        ["lastSelectedSkinIndex"] = 0,
        ["profileIconId"] = 1 + (one.Id % 28),
        ["puuid"] = LcuPerson.Puuid(one),
        ["selectedPosition"] = one.Position.Length > 0 ? one.Position : "NONE",
        ["selectedRole"] = "NONE.NONE.FILL.UNSELECTED",
        ["summonerId"] = LcuPerson.SummonerId(one),
        ["summonerInternalName"] = LcuPerson.GameName(one),
        ["summonerName"] = LcuPerson.GameName(one),
        ["teamOwner"] = false,
        ["teamParticipantId"] = one.Id,
    };
}
