using MnM.Collector.Backplane;

namespace MnM.Collector.Matches;

/// <summary>What came of asking for a match.</summary>
public abstract record MatchAnswer
{
    private MatchAnswer()
    {
    }

    /// <summary>It is in the database.</summary>
    public sealed record Stored(ReadMatch Match) : MatchAnswer;

    /// <summary>Riot does not give it and will not.</summary>
    /// <param name="State">A final state.</param>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Absent(WorkState State, string Reason) : MatchAnswer;

    /// <summary>Nothing is known; it may be asked for again later.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Unavailable(string Reason) : MatchAnswer;
}

/// <summary>Why Riot does not give a match, for people.</summary>
internal static class AbsenceReasons
{
    public const string NotFound = "Riot does not have this match.";
    public const string Private = "Riot shows matches of this queue to their players alone.";
    public const string NeverCame = "Riot did not have it within two hours of the game's end; it keeps none of games that ended early.";
    public const string NoTimeline = "Riot does not have this match's timeline; it keeps them for a year.";
    public const string TimelineNotYet = "Riot does not have this match's timeline yet.";
    public const string Custom = "Custom games are not in Match-v5.";
}
