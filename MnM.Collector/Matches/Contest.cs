namespace MnM.Collector.Matches;

/// <summary>
/// Which games have a part in win rates: those of two teams of people. Arena calls a place among the better half a win,
/// and games against the computer are nearly always won; beside the others they would say nothing.
/// </summary>
internal static class Contest
{
    /// <summary>Riot's word for the mode in which pairs or threes play against each other.</summary>
    public const string Arena = "CHERRY";

    public static bool Is(int queueId, string mode) => !IsAgainstComputer(queueId) && mode switch
    {
        Arena or "STRAWBERRY" or "PRACTICETOOL" or "DOOMBOTSTEEMO" or "ODYSSEY" or "STARGUARDIAN" => false,
        _ => !mode.StartsWith("TUTORIAL", StringComparison.Ordinal),
    };

    /// <summary>Custom games, too: nobody knows who sat in them.</summary>
    private static bool IsAgainstComputer(int queueId) => queueId is 0 or 7 or (>= 31 and <= 33) or 52 or 67 or (>= 91 and <= 93) or (>= 800 and < 900) or 950 or 960 or (>= 2000 and <= 2020);
}
