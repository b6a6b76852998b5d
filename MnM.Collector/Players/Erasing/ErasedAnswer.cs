namespace MnM.Collector.Players.Erasing;

/// <summary>What came of erasing somebody.</summary>
public abstract record ErasedAnswer
{
    private ErasedAnswer()
    {
    }

    /// <summary>Nothing names them any more.</summary>
    public sealed record Erased : ErasedAnswer;

    /// <summary>Nobody of that name is known.</summary>
    public sealed record Unknown : ErasedAnswer;

    /// <summary>Not just now; nothing was erased.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record NotNow(string Reason) : ErasedAnswer;
}
