using System.Collections.Immutable;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;

namespace MnM.Collector.Insights.Stories;

/// <summary>How the chances of one side stood in a match, after the fact; null without a model.</summary>
internal sealed class OwnChances(MatchCourse course, WinModel? model, bool isBlue)
{
    /// <summary>Just before a moment.</summary>
    public double? Before(double seconds) => Of(course.Before(seconds));

    /// <summary>With what happened in that moment.</summary>
    public double? After(double seconds) => Of(course.At(seconds));

    /// <summary>Minute by minute; empty without a model.</summary>
    public ImmutableArray<MinuteChance> Minutes => model is null ? [] : [.. course.Minutes.Select(state => new MinuteChance(state.At, Of(state)!.Value))];

    private double? Of(in MatchState state) => model is null ? null : isBlue ? model.ChanceOfBlue(state) : 1 - model.ChanceOfBlue(state);
}
