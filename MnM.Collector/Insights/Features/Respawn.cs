namespace MnM.Collector.Insights.Features;

/// <summary>
/// How long a champion stays dead on Summoner's Rift, since timelines do not tell when somebody comes back.
/// By the League of Legends Wiki, "Death": a wait by level, and from minute 15 on an increase each half minute, up to a half.
/// </summary>
internal static class Respawn
{
    private static readonly double[] ByLevel = [10, 10, 12, 12, 14, 16, 20, 25, 28, 32.5, 35, 37.5, 40, 42.5, 45, 47.5, 50, 52.5];

    /// <summary>Seconds.</summary>
    /// <param name="level">Of who died.</param>
    /// <param name="at">When, seconds since the game began.</param>
    public static double Seconds(int level, double at) => ByLevel[Math.Clamp(level, 1, ByLevel.Length) - 1] * (1 + Increase(at / 60));

    private static double Increase(double minutes) => minutes switch
    {
        < 15 => 0,
        < 30 => 0.00425 * Math.Ceiling(2 * (minutes - 15)),
        < 45 => 0.1275 + (0.003 * Math.Ceiling(2 * (minutes - 30))),
        _ => Math.Min(0.5, 0.2175 + (0.0145 * Math.Ceiling(2 * (minutes - 45)))),
    };
}
