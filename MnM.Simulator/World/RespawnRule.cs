namespace MnM.Simulator.World;

/// <summary>How long a champion stays dead.</summary>
public static class RespawnRule
{
    private static readonly double[] BaseByLevel = [10, 10, 12, 12, 14, 16, 20, 25, 28, 32.5, 35, 37.5, 40, 42.5, 45, 47.5, 50, 52.5];

    /// <summary>Seconds; on Summoner's Rift they grow with the level and from minute 15 on with the game, by half at most.</summary>
    public static double Seconds(int level, double gameSeconds, bool summonersRift)
    {
        if (!summonersRift)
        {
            return Math.Min(40, 8 + (1.8 * level));
        }

        return BaseByLevel[Math.Clamp(level, 1, BaseByLevel.Length) - 1] * (1 + Increase(gameSeconds / 60));
    }

    private static double Increase(double minutes) => minutes switch
    {
        < 15 => 0,
        < 30 => Math.Ceiling(2 * (minutes - 15)) * 0.00425,
        < 45 => 0.1275 + (Math.Ceiling(2 * (minutes - 30)) * 0.003),
        _ => Math.Min(0.5, 0.2175 + (Math.Ceiling(2 * (minutes - 45)) * 0.0145)),
    };
}
