using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>The screen after a game in the League client's shape.</summary>
internal static class EndOfGameJson
{
    public static byte[]? Write(EveningState state) => state is { Phase: GameflowPhase.PreEndOfGame or GameflowPhase.EndOfGame, Game: { } game }
        ? LcuJson.Write(Of(state, game))
        : null;

    private static JsonObject Of(EveningState state, PlayedGame game)
    {
        var info = game.Match.Child("info") ?? game.Match;
        var (script, level) = (game.Script, state.Account.Level);
        return new JsonObject
        {
            ["basePoints"] = 0,
            ["battleBoostIpEarned"] = 0,
            ["boostIpEarned"] = 0,
            ["boostXpEarned"] = 0,
            ["causedEarlySurrender"] = false,
            ["currentLevel"] = level,
            ["difficulty"] = "",
            ["earlySurrenderAccomplice"] = false,
            ["endOfGameTimestamp"] = 0,
            ["experienceEarned"] = game.IsWatched ? 0 : 240,
            ["experienceTotal"] = 2660,
            ["firstWinBonus"] = 0,
            ["gameEndedInEarlySurrender"] = info.Children("participants").Any(one => one.Flag("gameEndedInEarlySurrender")),
            ["gameId"] = script.GameId,
            ["gameLength"] = (int)script.Duration,
            ["gameMode"] = script.GameMode,
            ["gameMutators"] = new JsonArray(),
            ["gameType"] = game.IsCustom ? "CUSTOM_GAME" : "MATCHED",
            ["globalBoostXpEarned"] = 0,
            ["invalid"] = false,
            ["ipEarned"] = 0,
            ["ipTotal"] = 0,
            ["leveledUp"] = false,
            ["localPlayer"] = game.IsWatched ? EndOfGamePlayerJson.Nobody() : EndOfGamePlayerJson.Of(game, info, game.Local),
            ["loyaltyBoostXpEarned"] = 0,
            ["missionsXpEarned"] = 0,
            ["mucJwtDto"] = ChatJson.NoToken(),
            ["multiUserChatId"] = "",
            ["multiUserChatPassword"] = "",
            ["myTeamStatus"] = "",
            ["newSpells"] = new JsonArray(),
            ["nextLevelXp"] = 3360,
            ["preLevelUpExperienceTotal"] = 0,
            ["preLevelUpNextLevelXp"] = 0,
            ["previousLevel"] = level,
            ["previousXpTotal"] = 2420,
            ["queueType"] = game.IsCustom ? "NONE" : state.Queue.Type,
            ["ranked"] = state.Queue.IsRanked,
            ["reportGameId"] = game.IsWatched ? 0 : script.GameId,
            ["rerollData"] = new JsonObject
            {
                ["pointChangeFromChampionsOwned"] = 0,
                ["pointChangeFromGameplay"] = 0,
                ["pointsUntilNextReroll"] = 0,
                ["pointsUsed"] = 0,
                ["previousPoints"] = 0,
                ["rerollCount"] = 0,
                ["totalPoints"] = 0,
            },
            ["rpEarned"] = 0,
            ["teamBoost"] = null,
            ["teamEarlySurrendered"] = false,
            ["teams"] = new JsonArray(Team(game, info, 100), Team(game, info, 200)),
            ["timeUntilNextFirstWinBonus"] = 0,
            ["xbgpBoostXpEarned"] = 0,
        };
    }

    private static JsonObject Team(PlayedGame game, JsonObject info, int team)
    {
        var players = game.Script.Participants.Where(one => one.TeamId == team).ToList();
        return new JsonObject
        {
            ["fullId"] = "",
            ["isBottomTeam"] = team == 100,
            ["isPlayerTeam"] = game.IsWatched ? team == 100 : game.Local.TeamId == team,
            ["isWinningTeam"] = players.Exists(one => one.Win),
            ["memberStatusString"] = "",
            ["name"] = "",
            ["players"] = LcuJson.Array(players.Select(one => EndOfGamePlayerJson.Of(game, info, one))),
            ["stats"] = Sum(players.Select(one => EndOfGameStatsJson.Of(EndOfGamePlayerJson.Find(info, one)))),
            ["tag"] = "",
            ["teamId"] = team,
        };
    }

    // The client adds up every number of its people, those that name something among them.
    private static JsonObject Sum(IEnumerable<JsonObject> people)
    {
        var sums = new JsonObject();
        foreach (var (name, value) in people.SelectMany(one => one))
        {
            sums[name] = (sums[name]?.GetValue<long>() ?? 0) + value!.GetValue<long>();
        }

        return sums;
    }
}
