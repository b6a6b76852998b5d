using System.Collections.Immutable;
using MnM.Collector.Insights.Stories;

namespace MnM.Collector.Insights.Words;

/// <summary>The figures in which a person stands out from others, or else from the own average: by standard deviations of single games, so that they can be compared with each other.</summary>
/// <param name="Worse">What others do better, the most first.</param>
/// <param name="Better">What the person does better, the most first.</param>
/// <param name="Most">The figure that is farthest from the others' one; null where nothing is compared.</param>
internal sealed record Standouts(ImmutableArray<FigureGap> Worse, ImmutableArray<FigureGap> Better, FigureGap? Most)
{
    /// <summary>A match is a single game, of which one in three is so far away by chance.</summary>
    private const double FarInMatch = 1;

    /// <summary>A mean of many games is nearer to what is usual.</summary>
    private const double FarInMany = 0.3;

    public bool IsEmpty => Worse.IsEmpty && Better.IsEmpty;

    public static Standouts Of(InsightReport report)
    {
        var far = report.Matches.Length == 1 ? FarInMatch : FarInMany;
        var scored = report.Gaps.Select(gap => (Gap: gap, Score: Score(gap))).Where(one => one.Score is not null).OrderByDescending(one => Math.Abs(one.Score!.Value)).ToList();
        return new Standouts(
            [.. scored.Where(one => one.Score <= -far).Select(one => one.Gap)],
            [.. scored.Where(one => one.Score >= far).Select(one => one.Gap)],
            scored.Select(one => one.Gap).FirstOrDefault());
    }

    /// <summary>How many deviations better; null where there is nobody to compare with.</summary>
    private static double? Score(FigureGap gap)
    {
        if ((gap.Others is { IsBiased: false } ? gap.Others : gap.Usual ?? gap.Others) is not { } sample || SampleMean.Deviation(sample) is not (> 0 and var deviation))
        {
            return null;
        }

        var isOutside = gap.Own < sample.Low || gap.Own > sample.High;
        return isOutside ? (gap.Figure == InsightFigure.Deaths ? -1 : 1) * (gap.Own - sample.Mean) / deviation : 0;
    }
}
