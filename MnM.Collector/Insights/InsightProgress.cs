using System.Collections.Immutable;

namespace MnM.Collector.Insights;

/// <summary>How far an insight is.</summary>
/// <param name="Stage">What is done now.</param>
/// <param name="Detail">In words, for example which figures the language model looks up; empty where the stage says all.</param>
/// <param name="Sentences">What the language model has written so far, each of them checked.</param>
public sealed record InsightProgress(InsightStage Stage, string Detail, ImmutableArray<string> Sentences)
{
    public static InsightProgress Queued { get; } = new(InsightStage.Queued, "", []);
}

/// <summary>The steps of an insight.</summary>
public enum InsightStage
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>The timeline is asked for.</summary>
    Timeline,

    /// <summary>Figures are counted.</summary>
    Figures,

    /// <summary>A language model is asked.</summary>
    Asking,

    /// <summary>It writes.</summary>
    Writing,
}

/// <summary>Insights under way, by <see cref="InsightSubject.Key"/>. Readers of the feed see what is new; what came to its end is no longer in it.</summary>
public sealed record InsightsUnderWay(ImmutableDictionary<string, InsightProgress> ByKey)
{
    public static InsightsUnderWay None { get; } = new(ImmutableDictionary<string, InsightProgress>.Empty);
}
