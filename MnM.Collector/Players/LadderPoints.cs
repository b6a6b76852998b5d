using System.Collections.Immutable;

namespace MnM.Collector.Players;

/// <summary>League points counted through from the bottom of the ladder, so that a promotion is no loss of ninety points. Riot's own figures, and no estimate of strength.</summary>
public static class LadderPoints
{
    public const int PerDivision = 100;
    public const int PerTier = 4 * PerDivision;

    private static readonly string[] Divisions = ["IV", "III", "II", "I"];

    /// <summary>Those that have divisions, the lowest first; above them there are points without an end.</summary>
    public static ImmutableArray<string> Tiers { get; } = ["IRON", "BRONZE", "SILVER", "GOLD", "PLATINUM", "EMERALD", "DIAMOND"];

    /// <summary>Null of a tier that MnM does not know.</summary>
    public static int? Of(PlayerRank? rank)
    {
        if (rank is null)
        {
            return null;
        }

        var tier = Tiers.IndexOf(rank.Tier.ToUpperInvariant());
        return tier >= 0 ? (tier * PerTier) + (Math.Max(0, Array.IndexOf(Divisions, rank.Division)) * PerDivision) + rank.LeaguePoints
            : rank.Tier.ToUpperInvariant() is "MASTER" or "GRANDMASTER" or "CHALLENGER" ? (Tiers.Length * PerTier) + rank.LeaguePoints
            : null;
    }

    /// <summary>The tier and division in which so many points lie; above the highest with divisions MASTER, where one tier begins depends on all others.</summary>
    public static (string Tier, string Division) At(int points) =>
        points / PerTier is var tier && tier >= Tiers.Length ? ("MASTER", "") : (Tiers[Math.Max(0, tier)], Divisions[Math.Max(0, points) % PerTier / PerDivision]);
}
