using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>A queue in the League client's shape.</summary>
internal static class QueueJson
{
    public static JsonObject Of(QueueInfo queue) => new()
    {
        ["allowablePremadeSizes"] = queue.IsCustom ? new JsonArray() : GameflowSessionJson.PremadeSizes(queue),
        ["areFreeChampionsAllowed"] = !queue.IsRanked,
        ["assetMutator"] = "",
        ["category"] = queue.IsCustom ? "Custom" : "PvP",
        ["championsRequiredToPlay"] = queue.IsRanked ? 20 : 0,
        ["description"] = queue.Name,
        ["detailedDescription"] = "",
        ["gameMode"] = queue.GameMode,
        ["gameTypeConfig"] = GameTypeConfig(queue),
        ["id"] = queue.IsCustom ? -1 : queue.Id,
        ["isRanked"] = queue.IsRanked,
        ["isTeamBuilderManaged"] = !queue.IsCustom,
        ["lastToggledOffTime"] = 0,
        ["lastToggledOnTime"] = 0,
        ["mapId"] = queue.MapId,
        ["maximumParticipantListSize"] = 5,
        ["minLevel"] = queue.IsRanked ? 30 : 1,
        ["minimumParticipantListSize"] = 1,
        ["name"] = queue.Name,
        ["numPlayersPerTeam"] = 5,
        ["queueAvailability"] = "Available",
        ["queueRewards"] = new JsonObject
        {
            ["isChampionPointsEnabled"] = true,
            ["isIpEnabled"] = true,
            ["isXpEnabled"] = true,
            ["partySizeIpRewards"] = new JsonArray(),
        },
        ["removalFromGameAllowed"] = queue.IsRanked,
        ["removalFromGameDelayMinutes"] = queue.IsRanked ? 5 : 0,
        ["shortName"] = queue.Name,
        ["showPositionSelector"] = queue.HasPositions,
        ["spectatorEnabled"] = queue.IsRanked || queue.IsCustom,
        ["type"] = queue.Type,
    };

    private static JsonObject GameTypeConfig(QueueInfo queue)
    {
        var (id, name, pickMode) = queue.Picks switch
        {
            PickRule.Draft => (22, "GAME_CFG_TEAM_BUILDER_DRAFT", "TeamBuilderDraftPickStrategy"),
            PickRule.TournamentDraft => (6, "GAME_CFG_DRAFT_TOURNAMENT", "TournamentPickStrategy"),
            PickRule.AllRandom => (21, "GAME_CFG_TEAM_BUILDER_RANDOM", "AllRandomPickStrategy"),
            _ => (19, "GAME_CFG_TEAM_BUILDER_BLIND", "SimulPickStrategy"),
        };
        var bans = queue.Picks is PickRule.Draft or PickRule.TournamentDraft;
        return new JsonObject
        {
            ["advancedLearningQuests"] = false,
            ["allowTrades"] = queue.Picks != PickRule.Blind,
            ["banMode"] = bans ? "StandardBanStrategy" : "SkipBanStrategy",
            ["banTimerDuration"] = bans ? 30 : 0,
            ["battleBoost"] = queue.Picks == PickRule.AllRandom,
            ["crossTeamChampionPool"] = false,
            ["deathMatch"] = false,
            ["doNotRemove"] = false,
            ["duplicatePick"] = false,
            ["exclusivePick"] = queue.Picks != PickRule.Blind,
            ["id"] = id,
            ["learningQuests"] = false,
            ["mainPickTimerDuration"] = queue.Picks == PickRule.AllRandom ? 0 : 30,
            ["maxAllowableBans"] = bans ? 10 : 0,
            ["name"] = name,
            ["onboardCoopBeginner"] = false,
            ["pickMode"] = pickMode,
            ["postPickTimerDuration"] = 33,
            ["reroll"] = queue.Picks == PickRule.AllRandom,
            ["teamChampionPool"] = false,
        };
    }
}
