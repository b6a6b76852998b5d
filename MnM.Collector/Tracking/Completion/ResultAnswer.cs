namespace MnM.Collector.Tracking.Completion;

/// <summary>What came of asking for a game's result.</summary>
internal abstract record ResultAnswer
{
    private ResultAnswer()
    {
    }

    /// <summary>It is there.</summary>
    internal sealed record Here(FinishedGame Game) : ResultAnswer;

    /// <summary>Not yet; it may never be.</summary>
    internal sealed record NotYet : ResultAnswer;

    /// <summary>Riot shows it to its players alone.</summary>
    internal sealed record Hidden : ResultAnswer;

    /// <summary>It could not be asked for.</summary>
    /// <param name="Reason">A sentence for people.</param>
    /// <param name="IsOfThisGame">Whether Riot did answer, with something of no use.</param>
    internal sealed record Fault(string Reason, bool IsOfThisGame) : ResultAnswer;
}
