using System.Collections.Immutable;
using System.Security.Claims;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Words;
using MnM.Web.Security;

namespace MnM.Web.Insights;

/// <summary>How an insight stands.</summary>
/// <param name="Subject">What is explained.</param>
/// <param name="Status">ready, waiting, failed, not_made or not_supported.</param>
/// <param name="Reason">Why there is none, or no newer one, in a sentence for people; null where there is no reason.</param>
/// <param name="Progress">How far it is; null where it is not under way.</param>
/// <param name="Insight">What was made last; null where none was.</param>
public sealed record InsightStateAnswer(string Subject, string Status, string? Reason, InsightProgressAnswer? Progress, InsightBodyAnswer? Insight)
{
    internal static InsightStateAnswer Of(InsightSubject subject, InsightAnswer answer) => answer switch
    {
        InsightAnswer.Ready { Insight: var insight } => new(subject.Key, "ready", null, null, InsightBodyAnswer.Of(insight)),
        InsightAnswer.Waiting { Progress: var progress, Last: var last } => new(subject.Key, "waiting", null, InsightProgressAnswer.Of(progress), InsightBodyAnswer.Of(last)),
        InsightAnswer.Failed { Reason: var reason, Last: var last } => new(subject.Key, "failed", reason, null, InsightBodyAnswer.Of(last)),
        InsightAnswer.NotSupported { Reason: var reason } => new(subject.Key, "not_supported", reason, null, null),
        _ => new(subject.Key, "not_made", null, null, null),
    };

    /// <summary>The same as <paramref name="visitor"/> may read it: why a language model or a try failed is for the owner.</summary>
    internal InsightStateAnswer For(ClaimsPrincipal visitor) => visitor.IsOwner() ? this : this with
    {
        Reason = Status == "failed" ? null : Reason,
        Insight = Insight is { Words: var words } ? Insight with { Words = words with { Author = words.Author with { Fallback = null } } } : null,
    };
}

/// <summary>How far an insight is.</summary>
public sealed record InsightProgressAnswer(InsightStage Stage, string Detail, ImmutableArray<string> Sentences)
{
    internal static InsightProgressAnswer Of(InsightProgress progress) => new(progress.Stage, progress.Detail, progress.Sentences);
}

/// <summary>An insight: words and the figures that they rest on.</summary>
public sealed record InsightBodyAnswer(DateTimeOffset MadeAt, bool IsOld, InsightWords Words, InsightReport Report)
{
    internal static InsightBodyAnswer? Of(Insight? insight) => insight is null ? null : new(insight.MadeAt, insight.IsOld, insight.Words, insight.Report);
}
