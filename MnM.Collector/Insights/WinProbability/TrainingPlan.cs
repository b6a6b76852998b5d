namespace MnM.Collector.Insights.WinProbability;

/// <summary>When a model is learnt: as soon as there is enough, and again when there is much more.</summary>
internal static class TrainingPlan
{
    private const int Growth = 200;
    private const int GrowthShare = 5;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromDays(1);

    /// <param name="usable">Matches that can be learnt from.</param>
    /// <param name="last">The last training by the features of now; null where there was none.</param>
    /// <param name="now">The time.</param>
    public static bool IsDue(int usable, LastTraining? last, DateTimeOffset now)
    {
        if (usable < WinModel.FewestMatches)
        {
            return false;
        }

        return last is null || usable - last.Usable >= Math.Min(Growth, last.Usable / GrowthShare) || (last.Fault is not null && now - last.At >= AfterFailure);
    }
}

/// <summary>A training that has ended.</summary>
/// <param name="Usable">So many matches were there to learn from.</param>
/// <param name="At">When.</param>
/// <param name="Fault">Why nothing came of it, in a sentence for people; null where something did.</param>
internal sealed record LastTraining(int Usable, DateTimeOffset At, string? Fault);
