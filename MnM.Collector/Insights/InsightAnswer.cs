using MnM.Collector.Insights.Words;

namespace MnM.Collector.Insights;

/// <summary>How an insight stands.</summary>
public abstract record InsightAnswer
{
    private InsightAnswer()
    {
    }

    /// <summary>Nobody asked for it yet.</summary>
    public sealed record NotMade : InsightAnswer;

    /// <summary>It cannot be told of this match or player, for a reason that people can read.</summary>
    public sealed record NotSupported(string Reason) : InsightAnswer;

    /// <summary>It is ordered.</summary>
    /// <param name="Progress">How far it is.</param>
    /// <param name="Last">What was made before, which stays on the page; null where there is none.</param>
    public sealed record Waiting(InsightProgress Progress, Insight? Last) : InsightAnswer;

    /// <summary>It is made.</summary>
    public sealed record Ready(Insight Insight) : InsightAnswer;

    /// <summary>It could not be made, for a reason that people can read.</summary>
    public sealed record Failed(string Reason, Insight? Last) : InsightAnswer;
}

/// <summary>An insight as it is stored.</summary>
/// <param name="Report">The figures.</param>
/// <param name="Words">The words.</param>
/// <param name="MadeAt">When.</param>
/// <param name="IsOld">Whether its inputs have changed since, as by more games or another model.</param>
public sealed record Insight(InsightReport Report, InsightWords Words, DateTimeOffset MadeAt, bool IsOld);
