using System.Text.Json.Nodes;

namespace MnM.Simulator.Lcu;

/// <summary>Somebody in champion select in the League client's shape: people of the other side, and in some queues of one's own, are hidden.</summary>
internal static class ChampSelectMemberJson
{
    public static JsonObject Of(ChampSelectView view, int cell)
    {
        var (one, queue) = (view.Select.Cells[cell], view.Select.Queue);
        var ally = view.IsAlly(cell);
        var hidden = !queue.IsCustom && cell != view.LocalCell && (!ally || queue.HidesAllies || view.Game.HidesNames);
        var (obfuscatedPuuid, obfuscatedId) = hidden && ally ? LcuPerson.Obfuscated(view.Game.Script.GameId, cell) : ("", 0);
        var champion = view.PickOf(cell);
        var knowsSpells = ally || queue.IsCustom;
        return new JsonObject
        {
            ["assignedPosition"] = ally && queue.HasPositions ? LcuPerson.Position(one) : "",
            ["cellId"] = cell,
            ["championId"] = champion,
            ["championPickIntent"] = view.IntentOf(cell),
            ["gameName"] = hidden ? "" : LcuPerson.GameName(one),
            ["internalName"] = "",
            ["isHumanoid"] = false,
            ["nameVisibilityType"] = queue.IsCustom ? "" : hidden ? "HIDDEN" : "VISIBLE",
            ["obfuscatedPuuid"] = obfuscatedPuuid,
            ["obfuscatedSummonerId"] = obfuscatedId,
            ["pickMode"] = 0,
            ["pickTurn"] = 0,
            ["playerAlias"] = "",
            ["playerType"] = one.IsBot ? "BOT" : "PLAYER",
            ["puuid"] = hidden ? "" : LcuPerson.Puuid(one),
            ["selectedSkinId"] = champion * 1000,
            ["spell1Id"] = knowsSpells ? LcuPerson.Spell(one, 0) : 0,
            ["spell2Id"] = knowsSpells ? LcuPerson.Spell(one, 1) : 0,
            ["summonerId"] = hidden ? 0 : LcuPerson.SummonerId(one),
            ["tagLine"] = hidden ? "" : LcuPerson.TagLine(one),
            ["team"] = one.TeamId == 200 ? 2 : 1,
            ["wardSkinId"] = -1,
        };
    }
}
