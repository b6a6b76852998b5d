namespace MnM.Collector.Matches;

/// <summary>The mode of which Riot does not approve that its data are kept or shown.</summary>
public static class Brawl
{
    public const int Queue = 2300;

    /// <summary>What Riot's word for the mode contains.</summary>
    public const string Mode = "BRAWL";

    /// <summary>Whether a match or game is one of it.</summary>
    public static bool Is(string mode, int? queueId) => queueId == Queue || mode.Contains(Mode, StringComparison.OrdinalIgnoreCase);
}
