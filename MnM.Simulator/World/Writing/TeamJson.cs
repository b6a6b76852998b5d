using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Writes one team's bans, objectives and feats.</summary>
internal static class TeamJson
{
    private const int FeatReached = 3;

    public static JsonObject Of(int team, Draft draft, Playthrough game)
    {
        var tally = game.Teams[team];
        var offset = team == RiftMap.Blue ? 0 : 5;
        return new JsonObject
        {
            ["bans"] = new JsonArray([.. Enumerable.Range(offset, 5)
                .Select(i => (JsonNode)new JsonObject { ["championId"] = draft.Bans[i], ["pickTurn"] = i + 1 })]),
            ["feats"] = new JsonObject
            {
                ["EPIC_MONSTER_KILL"] = Feat(tally.Dragons + tally.Grubs + tally.Heralds + tally.Barons >= 3 ? FeatReached : 1001),
                ["FIRST_BLOOD"] = Feat(tally.Firsts.Contains("champion") ? FeatReached : 1001),
                ["FIRST_TURRET"] = Feat(tally.Firsts.Contains("tower") ? FeatReached : 1001),
            },
            ["objectives"] = new JsonObject
            {
                ["atakhan"] = Objective(tally, "atakhan", tally.Atakhans),
                ["baron"] = Objective(tally, "baron", tally.Barons),
                ["champion"] = Objective(tally, "champion", tally.Kills),
                ["dragon"] = Objective(tally, "dragon", tally.Dragons),
                ["horde"] = Objective(tally, "horde", tally.Grubs),
                ["inhibitor"] = Objective(tally, "inhibitor", tally.Inhibitors),
                ["riftHerald"] = Objective(tally, "riftHerald", tally.Heralds),
                ["tower"] = Objective(tally, "tower", tally.Towers),
            },
            ["teamId"] = team,
            ["win"] = team == game.Winner,
        };
    }

    private static JsonObject Feat(int state) => new() { ["featState"] = state };

    private static JsonObject Objective(TeamTally tally, string name, int kills) => new() { ["first"] = tally.Firsts.Contains(name), ["kills"] = kills };
}
