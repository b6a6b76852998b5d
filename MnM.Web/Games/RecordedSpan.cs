using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Live.Recording;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>A time of the game that is not recorded.</summary>
/// <param name="From">Game time of the last poll before, seconds.</param>
/// <param name="To">Game time of the first poll after, seconds.</param>
public sealed record RecordingGap(double From, double To)
{
    /// <summary>"14:02 to 14:05 not recorded".</summary>
    public string Title => $"{Figures.Clock(From)} to {Figures.Clock(To)} not recorded";
}

/// <summary>How much of a game is recorded.</summary>
/// <param name="Polls">Polls stored.</param>
/// <param name="First">Game time of the earliest poll, seconds.</param>
/// <param name="Last">Game time of the latest poll, seconds.</param>
/// <param name="Gaps">Times without polls, earliest first; what was missed before the first poll is one.</param>
public sealed record RecordedSpan(int Polls, double First, double Last, ImmutableArray<RecordingGap> Gaps)
{
    // The game's clock runs a little before it answers for the first time.
    private const double LateStart = 15;

    // Polls come every second; fewer than three missing in a row are a late answer, not a gap.
    private const double LeastGap = 3;

    /// <summary>Seconds that the gaps last together.</summary>
    public double Missing => Gaps.Sum(gap => gap.To - gap.From);

    /// <summary>The span of these polls; null without any.</summary>
    public static RecordedSpan? Of(IReadOnlyList<RecordedMoment> moments)
    {
        if (moments.Count == 0)
            return null;

        var times = moments.Select(moment => moment.GameTime).Order().ToList();
        var steps = times.Zip(times.Skip(1), (one, next) => next - one).Where(step => step > 0).Order().ToList();

        // A game that is polled more slowly, or a simulated one that runs faster, has no gap between all its polls.
        var gap = Math.Max(LeastGap, steps.Count == 0 ? 0 : steps[steps.Count / 2] * 3);
        var gaps = times.Zip(times.Skip(1), (one, next) => new RecordingGap(one, next)).Where(pair => pair.To - pair.From > gap);
        if (times[0] > Math.Max(LateStart, gap))
            gaps = gaps.Prepend(new(0, times[0]));

        return new(moments.Count, times[0], times[^1], [.. gaps]);
    }

    /// <summary>What the bar's chip says.</summary>
    internal LiveChip Chip => Gaps.IsEmpty
        ? new(null, "check", "Recorded, no gap", string.Create(CultureInfo.InvariantCulture, $"{Polls} polls without a gap"))
        : new("warn", "warn", $"{Length(Missing)} not recorded", string.Join('\n', Gaps.Select(gap => gap.Title)));

    /// <summary>A length as 7 s, or as 12:07 from two minutes on.</summary>
    public static string Length(double seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds)} s")
        : Figures.Clock(seconds);
}
