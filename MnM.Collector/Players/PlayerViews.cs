namespace MnM.Collector.Players;

/// <summary>Icon and level.</summary>
/// <param name="ProfileIcon">Number of the picture.</param>
/// <param name="Level">Of the account.</param>
public sealed record PlayerProfile(int ProfileIcon, int Level);

/// <summary>A player's ranks; null where unranked.</summary>
public sealed record PlayerRanks(PlayerRank? Solo, PlayerRank? Flex);

/// <summary>A rank in one queue, in Riot's words.</summary>
/// <param name="Tier">IRON to CHALLENGER; one that MnM does not know as it came.</param>
/// <param name="Division">I to IV; empty where the tier has none.</param>
/// <param name="LeaguePoints">Of the division.</param>
/// <param name="Wins">Of this split.</param>
/// <param name="Losses">Of this split.</param>
/// <param name="HotStreak">Whether Riot marks a streak of wins.</param>
/// <param name="FreshBlood">Whether Riot marks the player as new in this league.</param>
/// <param name="Inactive">Whether Riot marks the player as one who plays too little to stay.</param>
public sealed record PlayerRank(string Tier, string Division, int LeaguePoints, int Wins, int Losses, bool HotStreak = false, bool FreshBlood = false, bool Inactive = false)
{
    public int Games => Wins + Losses;

    /// <summary>Percent; null without games.</summary>
    public double? WinRate => Games == 0 ? null : 100.0 * Wins / Games;
}

/// <summary>Mastery of a champion.</summary>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="Level">From 1; 0 of a champion that was never played.</param>
/// <param name="Points">All of them.</param>
/// <param name="LastPlayedAt">UTC; null where never, or where Riot does not say.</param>
public sealed record PlayerMastery(int ChampionId, int Level, int Points, DateTimeOffset? LastPlayedAt);
