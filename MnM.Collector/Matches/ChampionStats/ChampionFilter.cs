namespace MnM.Collector.Matches.ChampionStats;

/// <summary>Which of a champion's games are looked at; null is all.</summary>
public sealed record ChampionFilter
{
    public static ChampionFilter None { get; } = new();

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY.</summary>
    public string? Role { get; init; }

    /// <summary>The first two numbers of the game's version.</summary>
    public string? Patch { get; init; }

    /// <summary>Riot's number.</summary>
    public int? Queue { get; init; }

    public bool Fits(ChampionGame game) => (Role is null || Role == game.Role) && (Patch is null || Patch == game.Patch) && (Queue is null || Queue == game.QueueId);
}
