namespace MnM.Simulator.World.Writing;

/// <summary>What blows between champions do.</summary>
internal static class Combat
{
    /// <summary>Books damage between champions on both sides and answers how it is split.</summary>
    public static DamageSplit Hit(Player from, Player to, double amount)
    {
        var split = DamageSplit.Of(from.Archetype, amount);
        from.Dealt.Add(split);
        from.ToChampions.Add(split);
        to.Taken.Add(split);
        from.Casts[(from.Kills + split.Total) % 4]++;
        return split;
    }

    /// <summary>How hard a player hits for the moment, around 1 for a carry with average items.</summary>
    public static double Power(Player player) => (0.75 + player.Items.Value / 14_000.0) * player.Archetype switch
    {
        Archetype.Mage or Archetype.Marksman => 1.25,
        Archetype.OnHitMarksman or Archetype.MagicFighter => 1.15,
        Archetype.Tank => 0.8,
        Archetype.Guardian => 0.5,
        Archetype.Enchanter => 0.45,
        _ => 1.0,
    };

    public static double RespawnSeconds(int level, int minute)
    {
        double[] byLevel = [10, 10, 12, 12, 14, 16, 20, 25, 28, 32.5, 35, 37.5, 40, 42.5, 45, 47.5, 50, 52.5];
        return byLevel[level - 1] * (1 + Math.Max(0, minute - 15) * 0.008);
    }
}
