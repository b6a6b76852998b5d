using System.Collections.Immutable;

namespace MnM.Collector.Tracking.Detection;

/// <summary>What it means that running games are not shown any more. Pure.</summary>
internal static class Missing
{
    /// <summary>So many games that end within one round are no chance any more.</summary>
    private const int Suspicious = 3;

    /// <summary>Of all games that were looked for, so many percent.</summary>
    private const int PercentOfAll = 80;

    /// <summary>Which games look over; none where nearly all of them are missing at once, which is an outage of Riot's.</summary>
    /// <param name="missing">Games that were looked for and not shown.</param>
    /// <param name="shown">How many were.</param>
    public static (ImmutableArray<string> Gone, bool IsOutage) Judge(ImmutableArray<string> missing, int shown) =>
        missing.Length >= Suspicious && missing.Length * 100 >= (missing.Length + shown) * PercentOfAll ? ([], true) : (missing, false);
}
