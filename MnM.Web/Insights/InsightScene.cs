using MnM.Collector.Insights;

namespace MnM.Web.Insights;

/// <summary>What the panel of an insight shows.</summary>
/// <param name="Answer">How the insight stands; null while that is read for the first time.</param>
/// <param name="IsDown">Whether the database did not answer.</param>
/// <param name="IsAsking">Whether an order is on its way.</param>
/// <param name="Change">What has changed since what is shown was made, in a sentence; null where it is as good as new.</param>
public sealed record InsightScene(InsightAnswer? Answer, bool IsDown = false, bool IsAsking = false, string? Change = null)
{
    /// <summary>The insight that stands on the page; null where there is none.</summary>
    public Insight? Insight => Answer switch
    {
        InsightAnswer.Ready ready => ready.Insight,
        InsightAnswer.Waiting waiting => waiting.Last,
        InsightAnswer.Failed failed => failed.Last,
        _ => null,
    };

    /// <summary>How far it is; null where nothing is on its way.</summary>
    public InsightProgress? Progress => (Answer as InsightAnswer.Waiting)?.Progress;

    /// <summary>Whether somebody may ask for it now.</summary>
    public bool CanOrder => !IsAsking && Answer is InsightAnswer.NotMade or InsightAnswer.Ready or InsightAnswer.Failed;
}
