using System.Diagnostics;
using System.Text.Json;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Scenarios.Insights;

/// <summary>From a timeline as it is stored to the states of all minutes and the figures of all ten; as a yardstick, the same JSON unpacked and parsed and nothing more.</summary>
internal sealed class FeatureTime : Measurement
{
    private const double WantedMinutes = 35;
    private const int Writes = 60;
    private const int Reads = 20;

    public override string Title => "The features of a timeline of 35 minutes";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var (match, packed, minutes) = Longest();
        results.Add("features_minutes", minutes);
        var (features, parses) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var (feature, parse) = (Median(() => Derive(match, packed)), Median(() => Parse(packed)));
            if (round > 0)
            {
                features.Add(feature);
                parses.Add(parse);
            }
        }

        results.AddMedian("features_ms", features);
        results.AddMedian("yardstick_parse_ms", parses);
        return Task.CompletedTask;
    }

    /// <summary>The match of about 35 minutes among the recorded ones, or among some that the simulator writes.</summary>
    private static (ReadMatch Match, byte[] Packed, double Minutes) Longest()
    {
        var recorded = SampleMatch.Recorded().Where(sample => sample.Timeline is not null).ToList();
        IEnumerable<SampleMatch> samples = recorded.Count > 0 ? recorded : Enumerable.Range(0, Writes).Select(SampleMatch.Rift);
        var (sample, match) = samples
            .Select(sample => (sample, Match: MatchReader.Read(sample.MatchId, sample.Json, DateTimeOffset.UnixEpoch)!))
            .Where(one => MatchCourse.WhyNot(one.Match) is null)
            .MinBy(one => Math.Abs((one.Match.Match.DurationSeconds / 60.0) - WantedMinutes));
        return (match, Packing.Pack(sample.Timeline), match.Match.DurationSeconds / 60.0);
    }

    private static int Derive(ReadMatch match, byte[] packed)
    {
        var course = MatchCourse.Of(match, TimelineReader.Read(Packing.Unpack(packed))!)!;
        return course.Minutes.Length + match.Participants.Sum(one => course.MinutesOf(one.Number).Length);
    }

    private static int Parse(byte[] packed)
    {
        using var document = JsonDocument.Parse(Packing.Unpack(packed));
        return document.RootElement.GetPropertyCount();
    }

    private static double Median(Func<int> run)
    {
        var times = new List<double>();
        for (var read = 0; read < Reads; read++)
        {
            var start = Stopwatch.GetTimestamp();
            run();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Results.Median(times);
    }
}
