using MnM.Collector.Backplane;

namespace MnM.Collector.Matches;

/// <summary>What came of asking for a match.</summary>
internal abstract record MatchAnswer
{
    private MatchAnswer()
    {
    }

    /// <summary>It is in the database.</summary>
    internal sealed record Stored(ReadMatch Match) : MatchAnswer;

    /// <summary>Riot does not give it and will not.</summary>
    /// <param name="State">A final state.</param>
    /// <param name="Reason">A sentence for people.</param>
    internal sealed record Absent(WorkState State, string Reason) : MatchAnswer;

    /// <summary>Nothing is known; it may be asked for again later.</summary>
    /// <param name="Reason">A sentence for people.</param>
    internal sealed record Unavailable(string Reason) : MatchAnswer;
}

/// <summary>Why Riot does not give a match, for people.</summary>
internal static class AbsenceReasons
{
    public const string NotFound = "Riot does not have this match.";
    public const string Private = "Riot shows matches of this queue to their players alone.";
    public const string Custom = "Custom games are not in Match-v5.";
}
