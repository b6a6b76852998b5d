using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>Spends skill points: the ultimate as soon as it can be had, then what the player maxes first.</summary>
internal static class Skills
{
    private static readonly int[][] Orders = [[0, 2, 1], [0, 1, 2], [2, 0, 1], [1, 0, 2]];

    public static void LevelUp(Playthrough game, Player player)
    {
        var slot = Next(player);
        if (slot < 0)
            return;
        player.SkillRanks[slot]++;
        game.Tell("SKILL_LEVEL_UP", new JsonObject { ["levelUpType"] = "NORMAL", ["participantId"] = player.Id, ["skillSlot"] = slot + 1 });
    }

    private static int Next(Player player)
    {
        var spent = player.SkillRanks.Sum();
        if (spent >= player.Level)
            return -1;
        var order = Orders[player.Champion.Id % Orders.Length];
        var ultimate = player.SkillRanks[3];
        // The level of the point being spent decides, not the player's: two levels may come at once.
        if (ultimate < 3 && spent + 1 >= 6 + 5 * ultimate)
            return 3;
        foreach (var slot in order)
            if (player.SkillRanks[slot] == 0)
                return slot;
        return Array.Find(order, slot => player.SkillRanks[slot] < 5 && player.SkillRanks[slot] < (spent + 2) / 2);
    }
}
