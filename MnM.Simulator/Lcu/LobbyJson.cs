using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>The lobby in the League client's shape.</summary>
internal static class LobbyJson
{
    public static byte[]? Write(EveningState state) =>
        state.Phase is GameflowPhase.Lobby or GameflowPhase.Matchmaking or GameflowPhase.ReadyCheck or GameflowPhase.ChampSelect
            ? LcuJson.Write(Of(state.Account, state.Queue))
            : null;

    private static JsonObject Of(Account account, QueueInfo queue) => new()
    {
        ["canStartActivity"] = true,
        ["gameConfig"] = GameConfig(account, queue),
        ["invitations"] = new JsonArray(),
        ["localMember"] = Member(account, queue),
        ["members"] = new JsonArray(Member(account, queue)),
        ["mucJwtDto"] = ChatJson.NoToken(),
        ["multiUserChatId"] = Account.PuuidOf("lobby of " + account.GameName, account.TagLine),
        ["multiUserChatPassword"] = "",
        ["partyId"] = Account.PuuidOf("party of " + account.GameName, account.TagLine),
        ["partyType"] = "closed",
        ["popularChampions"] = new JsonArray(),
        ["restrictions"] = null,
        ["scarcePositions"] = new JsonArray(),
        ["warnings"] = null,
    };

    private static JsonObject GameConfig(Account account, QueueInfo queue) => new()
    {
        ["allowablePremadeSizes"] = queue.IsCustom ? new JsonArray() : GameflowSessionJson.PremadeSizes(queue),
        ["customLobbyName"] = queue.IsCustom ? $"{account.GameName}'s Game" : "",
        ["customMutatorName"] = "",
        ["customRewardsDisabledReasons"] = new JsonArray(),
        ["customSpectatorPolicy"] = queue.IsCustom ? "AllAllowed" : "NotAllowed",
        ["customSpectators"] = new JsonArray(),
        ["customTeam100"] = queue.IsCustom ? new JsonArray(Member(account, queue)) : new JsonArray(),
        ["customTeam200"] = new JsonArray(),
        ["gameMode"] = queue.GameMode,
        ["isCustom"] = queue.IsCustom,
        ["isLobbyFull"] = false,
        ["isTeamBuilderManaged"] = !queue.IsCustom,
        ["mapId"] = queue.MapId,
        ["maxHumanPlayers"] = queue.IsCustom ? 10 : 0,
        ["maxLobbySize"] = queue.IsCustom ? 10 : 5,
        ["maxLobbySpectatorCount"] = queue.IsCustom ? 4 : 0,
        ["maxTeamSize"] = 5,
        ["numPlayersPerTeam"] = queue.IsCustom ? 5 : 0,
        ["numberOfTeamsInLobby"] = queue.IsCustom ? 2 : 0,
        ["pickType"] = queue.IsCustom ? "TournamentPickStrategy" : "",
        ["premadeSizeAllowed"] = true,
        ["queueId"] = queue.IsCustom ? -1 : queue.Id,
        ["shouldForceScarcePositionSelection"] = false,
        ["showPositionSelector"] = queue.HasPositions,
        ["showQuickPlaySlotSelection"] = false,
    };

    private static JsonObject Member(Account account, QueueInfo queue) => new()
    {
        ["allowedChangeActivity"] = true,
        ["allowedInviteOthers"] = true,
        ["allowedKickOthers"] = true,
        ["allowedStartActivity"] = true,
        ["allowedToggleInvite"] = true,
        ["autoFillEligible"] = queue.HasPositions,
        ["autoFillProtectedForPromos"] = false,
        ["autoFillProtectedForRemedy"] = false,
        ["autoFillProtectedForSoloing"] = false,
        ["autoFillProtectedForStreaking"] = false,
        ["botChampionId"] = 0,
        ["botDifficulty"] = "NONE",
        ["botId"] = "",
        ["botPosition"] = "",
        ["botUuid"] = "",
        ["firstPositionPreference"] = queue.HasPositions ? "JUNGLE" : "UNSELECTED",
        ["intraSubteamPosition"] = null,
        ["isBot"] = false,
        ["isLeader"] = true,
        ["isSpectator"] = false,
        ["playerSlots"] = new JsonArray(),
        ["puuid"] = account.Puuid,
        ["quickplayPlayerState"] = null,
        ["ready"] = true,
        ["secondPositionPreference"] = queue.HasPositions ? "MIDDLE" : "UNSELECTED",
        ["showGhostedBanner"] = false,
        ["strawberryMapId"] = null,
        ["subteamIndex"] = null,
        ["summonerIconId"] = account.ProfileIconId,
        ["summonerId"] = account.SummonerId,
        ["summonerInternalName"] = "",
        ["summonerLevel"] = account.Level,
        ["summonerName"] = "",
        ["teamId"] = queue.IsCustom ? 100 : 0,
        ["tftNPEQueueBypass"] = null,
    };
}
