using MnM.Collector.Players;

namespace MnM.Web.Live;

/// <summary>Ranks in words for people.</summary>
internal static class RankWords
{
    private const string ApexTiers = "MASTER GRANDMASTER CHALLENGER";

    /// <summary>Emerald III, Master, Unranked.</summary>
    public static string Rank(PlayerRank? rank) => rank is null ? "Unranked" : Rank(rank.Tier, rank.Division);

    /// <inheritdoc cref="Rank(PlayerRank?)" />
    public static string Rank(string tier, string? division)
    {
        var word = tier.Length < 2 ? tier : string.Concat(tier[..1], tier[1..].ToLowerInvariant());
        return string.IsNullOrEmpty(division) || ApexTiers.Contains(tier, StringComparison.Ordinal) ? word : $"{word} {division}";
    }

    /// <summary>Emerald III, 47 LP; Unranked.</summary>
    public static string WithPoints(PlayerRank? rank) => rank is null ? Rank(rank) : FormattableString.Invariant($"{Rank(rank)}, {rank.LeaguePoints} LP");

    /// <summary>The class that gives a tier its colour.</summary>
    public static string Tier(string? tier) => tier switch
    {
        null => "t-none",
        "GRANDMASTER" => "t-gm",
        "CHALLENGER" => "t-chall",
        _ => $"t-{tier.ToLowerInvariant()}",
    };

    /// <summary>RANKED_SOLO_5x5 as Solo.</summary>
    public static string Ladder(string queue) => queue switch
    {
        "RANKED_SOLO_5x5" => "Solo",
        "RANKED_FLEX_SR" => "Flex",
        "RANKED_TFT" => "TFT",
        "RANKED_TFT_DOUBLE_UP" => "TFT Double Up",
        "RANKED_TFT_TURBO" => "TFT Hyper Roll",
        _ => queue,
    };
}
