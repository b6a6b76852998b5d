using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>The actions of a champion select, and the bans, in the League client's shape.</summary>
internal static class ChampSelectActionsJson
{
    private const int RevealId = 101;

    public static JsonArray Of(ChampSelectView view)
    {
        // A draft by turns tells a turn only when it is reached; the others list all that will come.
        var (moment, turns) = (view.Moment, view.Select.Turns);
        var told = view.Select.Queue.Picks == PickRule.TournamentDraft ? Math.Min(turns.Length, moment.TurnsDone + 1) : turns.Length;
        return LcuJson.Array(Enumerable.Range(0, told)
            .Select(turn => (JsonNode)LcuJson.Array(turns[turn].Select((action, index) => Action(view, turn, index)))));
    }

    public static JsonObject Bans(ChampSelectView view)
    {
        // Matchmade games leave this empty and tell their bans as actions alone.
        var custom = view.Select.Queue.Picks == PickRule.TournamentDraft;
        var done = !custom ? [] : view.Select.Turns.SelectMany((actions, turn) => actions.Where((action, index) => action.Type == "ban" && view.IsDone(turn, index))).ToList();
        return new JsonObject
        {
            ["myTeamBans"] = LcuJson.Numbers(done.Where(action => view.IsAlly(action.Cell)).Select(action => action.ChampionId)),
            ["numBans"] = custom ? 10 : 0,
            ["theirTeamBans"] = LcuJson.Numbers(done.Where(action => !view.IsAlly(action.Cell)).Select(action => action.ChampionId)),
        };
    }

    private static JsonObject Action(ChampSelectView view, int turn, int index)
    {
        var action = view.Select.Turns[turn][index];
        var done = view.IsDone(turn, index);
        var reveal = action.Cell < 0;
        var json = new JsonObject
        {
            ["actorCellId"] = action.Cell,
            ["championId"] = done ? action.ChampionId : action.Type == "pick" ? view.IntentOf(action.Cell) : 0,
            ["completed"] = done,
            ["id"] = reveal ? RevealId : IdOf(view, turn, index),
            ["isAllyAction"] = !reveal && view.IsAlly(action.Cell),
            ["isInProgress"] = !done && turn == view.Moment.TurnsDone,
        };
        if (view.Select.Queue.IsCustom)
        {
            // Bans are counted within their round of twelve turns; picks are not.
            json["pickTurn"] = action.Type == "pick" ? 1 : (turn % 12) + 1;
        }

        json["type"] = action.Type;
        return json;
    }

    private static int IdOf(ChampSelectView view, int turn, int index) =>
        view.Select.Turns.Take(turn).Sum(actions => actions.Count(action => action.Cell >= 0)) + index + (view.Select.Queue.IsCustom ? 1 : 0);
}
