using System.Collections.Immutable;
using MnM.Collector.Players;

namespace MnM.Collector.Scouting;

/// <summary>The average rank of a side: the mean place on the ladder of divisions, of those whose solo rank is known. It estimates nobody's rank.</summary>
public static class TeamRankRules
{
    private const int DivisionsOfTier = 4;

    private static readonly ImmutableArray<string> Tiers = ["IRON", "BRONZE", "SILVER", "GOLD", "PLATINUM", "EMERALD", "DIAMOND"];
    private static readonly ImmutableArray<string> Apex = ["MASTER", "GRANDMASTER", "CHALLENGER"];
    private static readonly ImmutableArray<string> Divisions = ["IV", "III", "II", "I"];

    /// <summary>The average of a side's cards.</summary>
    public static TeamRank Average(IEnumerable<ScoutCard> side)
    {
        var (places, loading, unranked) = (new List<int>(), 0, 0);
        foreach (var ranks in side.Where(card => !card.IsHidden && !card.IsBot).Select(card => card.Ranks))
        {
            if (ranks.Value?.Solo is { } solo && PlaceOf(solo) is { } place)
            {
                places.Add(place);
            }
            else if (ranks.Value is { Solo: null })
            {
                unranked++;
            }
            else if (!ranks.IsSettled)
            {
                loading++;
            }
        }

        var (tier, division) = places.Count == 0 ? (null, null) : At((int)Math.Round(places.Average(), MidpointRounding.AwayFromZero));
        return new TeamRank(tier, division, places.Count, loading, unranked);
    }

    /// <summary>Counted in divisions from Iron IV; null for a tier that MnM does not know.</summary>
    private static int? PlaceOf(PlayerRank rank) =>
        Apex.IndexOf(rank.Tier) is var apex and >= 0 ? (Tiers.Length * DivisionsOfTier) + apex
        : Tiers.IndexOf(rank.Tier) is var tier and >= 0 && Divisions.IndexOf(rank.Division) is var division and >= 0 ? (tier * DivisionsOfTier) + division
        : null;

    private static (string Tier, string? Division) At(int place) =>
        place >= Tiers.Length * DivisionsOfTier ? (Apex[place - (Tiers.Length * DivisionsOfTier)], null) : (Tiers[place / DivisionsOfTier], Divisions[place % DivisionsOfTier]);
}
