namespace MnM.Collector.Insights.WinProbability;

/// <summary>The logistic function.</summary>
internal static class Logistic
{
    /// <summary>The chance of some log-odds; exact at both ends, too.</summary>
    public static double Of(double odds) => odds >= 0 ? 1 / (1 + Math.Exp(-odds)) : Math.Exp(odds) is var small ? small / (1 + small) : 0;
}
