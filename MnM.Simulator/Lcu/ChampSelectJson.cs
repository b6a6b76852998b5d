using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>A champion select in the League client's shape, with what the others' side does not see left out.</summary>
internal static class ChampSelectJson
{
    public static byte[]? Write(EveningState state) =>
        state is { Game: { } game, ChampSelect: { } moment } ? LcuJson.Write(Of(state, game, moment)) : null;

    private static JsonObject Of(EveningState state, PlayedGame game, ChampSelectMoment moment)
    {
        var select = ChampSelectScript.Of(game);
        var (queue, view) = (select.Queue, new ChampSelectView(game, select, moment));
        return new JsonObject
        {
            ["actions"] = ChampSelectActionsJson.Of(view),
            ["allowBattleBoost"] = false,
            ["allowDuplicatePicks"] = false,
            ["allowLockedEvents"] = false,
            ["allowRerolling"] = queue.Picks == PickRule.AllRandom,
            ["allowSkinSelection"] = true,
            ["allowSubsetChampionPicks"] = false,
            ["bans"] = ChampSelectActionsJson.Bans(view),
            ["benchChampions"] = Bench(view),
            ["benchEnabled"] = queue.Picks == PickRule.AllRandom,
            ["boostableSkinCount"] = queue.IsCustom ? 1 : 0,
            ["chatDetails"] = ChatJson.Room(LcuPerson.Obfuscated(game.Script.GameId, 99).Puuid),
            ["counter"] = queue.IsCustom ? -1 : (2 * moment.Number) + 2,

            // Of a custom game the client tells the number only when it starts.
            ["gameId"] = queue.IsCustom ? 0 : game.Script.GameId,
            ["hasSimultaneousBans"] = !queue.IsCustom,
            ["hasSimultaneousPicks"] = queue.Picks is PickRule.Blind or PickRule.AllRandom,
            ["id"] = queue.IsCustom ? "" : LcuPerson.Obfuscated(game.Script.GameId, 98).Puuid,
            ["isCustomGame"] = queue.IsCustom,
            ["isLegacyChampSelect"] = queue.IsCustom,
            ["isSpectating"] = game.IsWatched,
            ["localPlayerCellId"] = view.LocalCell,
            ["lockedEventIndex"] = -1,
            ["myTeam"] = Team(view, ally: true),
            ["pickOrderSwaps"] = Swaps(view, 12, moment.Stage != "FINALIZATION"),
            ["positionSwaps"] = new JsonArray(),
            ["queueId"] = queue.Id,
            ["rerollsRemaining"] = queue.Picks == PickRule.AllRandom ? 1 : 0,
            ["showQuitButton"] = queue.IsCustom,
            ["skipChampionSelect"] = false,
            ["theirTeam"] = Team(view, ally: false),
            ["timer"] = new JsonObject
            {
                ["adjustedTimeLeftInPhase"] = (long)moment.Left.TotalMilliseconds,
                ["internalNowInEpochMs"] = state.Since.ToUnixTimeMilliseconds(),
                ["isInfinite"] = false,
                ["phase"] = moment.Stage,
                ["totalTimeInPhase"] = (long)moment.Total.TotalMilliseconds,
            },
            ["trades"] = Trades(view),
        };
    }

    private static JsonArray Team(ChampSelectView view, bool ally) =>
        LcuJson.Array(view.Cells.Where(cell => view.IsAlly(cell) == ally).Select(cell => ChampSelectMemberJson.Of(view, cell)));

    private static JsonArray Swaps(ChampSelectView view, int firstId, bool open) => view.Select.Queue.Picks == PickRule.Draft && open
        ? LcuJson.Array(view.Cells.Where(cell => view.IsAlly(cell) && cell != view.LocalCell).Select((cell, index) => Swap(cell, firstId + index, "AVAILABLE")))
        : [];

    // Custom games list trades that nobody can make yet.
    private static JsonArray Trades(ChampSelectView view) => view.Select.Queue.IsCustom
        ? LcuJson.Array(view.Cells.Where(view.IsAlly).Select(cell => Swap(cell, 100 + cell, "INVALID")))
        : Swaps(view, 12, view.Moment.Stage == "FINALIZATION");

    private static JsonObject Swap(int cell, int id, string state) => new() { ["cellId"] = cell, ["id"] = id, ["state"] = state };

    // Whoever has champions dealt out sees three more to swap with.
    private static JsonArray Bench(ChampSelectView view) => view.Select.Queue.Picks != PickRule.AllRandom
        ? []
        : LcuJson.Array(view.Bench.Select(champion => new JsonObject { ["championId"] = champion, ["isPriority"] = false }));
}
