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
    public static (ImmutableArray<MissingGame> Gone, bool IsOutage) Judge(ImmutableArray<MissingGame> missing, int shown)
    {
        var games = missing.DistinctBy(game => game.GameId).Count();
        return games >= Suspicious && games * 100 >= (games + shown) * PercentOfAll ? ([], true) : (missing, false);
    }
}

/// <summary>A game that was looked for and not shown.</summary>
/// <param name="GameId">Which.</param>
/// <param name="PlayerId">For whom it is over; for all who are in it where null.</param>
internal readonly record struct MissingGame(string GameId, long? PlayerId);
