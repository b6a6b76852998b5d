using MnM.Collector.Players;

namespace MnM.Collector.Tracking.Friends;

/// <summary>League points counted through from the bottom of the ladder, so that a promotion is no loss of ninety points. Riot's own figures, and no estimate of strength.</summary>
internal static class LadderPoints
{
    private const int PerDivision = 100;
    private const int DivisionsPerTier = 4;
    private static readonly string[] Tiers = ["IRON", "BRONZE", "SILVER", "GOLD", "PLATINUM", "EMERALD", "DIAMOND"];
    private static readonly string[] Divisions = ["IV", "III", "II", "I"];

    /// <summary>Null of a tier that MnM does not know.</summary>
    public static int? Of(PlayerRank? rank)
    {
        if (rank is null)
        {
            return null;
        }

        var tier = Array.IndexOf(Tiers, rank.Tier.ToUpperInvariant());
        return tier >= 0 ? (((tier * DivisionsPerTier) + Math.Max(0, Array.IndexOf(Divisions, rank.Division))) * PerDivision) + rank.LeaguePoints
            : rank.Tier.ToUpperInvariant() is "MASTER" or "GRANDMASTER" or "CHALLENGER" ? (Tiers.Length * DivisionsPerTier * PerDivision) + rank.LeaguePoints
            : null;
    }
}
