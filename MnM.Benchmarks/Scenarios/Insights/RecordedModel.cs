using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Benchmarks.Scenarios.Insights;

/// <summary>How good a model of the recorded matches is on those of them that it has not seen, a tenth at a time; they are fewer than MnM would learn from.</summary>
internal sealed class RecordedModel : Measurement
{
    private const int Parts = 10;

    public override string Title => "A model of recorded matches";

    public override Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var matches = SampleMatch.Recorded().Select(Read).OfType<LearntMatch>().OrderBy(match => match.MatchId, StringComparer.Ordinal).ToList();
        results.Add("recorded_timelines", matches.Count);
        if (matches.Count == 0)
        {
            return Task.CompletedTask;
        }

        var test = Training.Test(matches, Parts, cancellationToken);
        results.Add("brier_recorded", test.ImprovementPercent);
        results.Add("brier_recorded_low", test.Low);
        results.Add("brier_recorded_high", test.High);
        results.Add("calibration_recorded", test.CalibrationError);
        return Task.CompletedTask;
    }

    private static LearntMatch? Read(SampleMatch sample) =>
        sample.Timeline is { } json && MatchReader.Read(sample.MatchId, sample.Json, DateTimeOffset.UnixEpoch) is { } match && MatchCourse.WhyNot(match) is null
            && TimelineReader.Read(json) is { } timeline && MatchCourse.Of(match, timeline) is { } course
            ? LearntMatch.Of(sample.MatchId, course.BlueWon, course.Minutes)
            : null;
}
