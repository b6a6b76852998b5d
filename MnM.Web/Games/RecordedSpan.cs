using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Live.Recording;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>A time of the game that is not recorded.</summary>
/// <param name="From">Game time of the last poll before, seconds.</param>
/// <param name="To">Game time of the first poll after, seconds.</param>
/// <param name="Why">What a person is told of it.</param>
public sealed record RecordingGap(double From, double To, string Why)
{
    /// <summary>"MnM was not running 14:02–14:05".</summary>
    public string Title => $"{Why} {Figures.Clock(From)}–{Figures.Clock(To)}";
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

    /// <summary>Seconds that the gaps last together.</summary>
    public double Missing => Gaps.Sum(gap => gap.To - gap.From);

    /// <summary>The span of these polls and gaps; null without polls.</summary>
    public static RecordedSpan? Of(IReadOnlyList<RecordedMoment> moments, IReadOnlyList<GameGap> gaps)
    {
        if (moments.Count == 0)
            return null;

        var (first, last) = (moments.Min(moment => moment.GameTime), moments.Max(moment => moment.GameTime));
        IEnumerable<RecordingGap> late = first > LateStart ? [new(0, first, "MnM was not there yet")] : [];

        // After a spectator's rewind the clock may stand before the gap: then nothing of the game is missing.
        var marked = gaps.Where(gap => gap.ToGameTime > gap.FromGameTime).Select(gap => new RecordingGap(gap.FromGameTime, gap.ToGameTime, Why(gap)));
        return new(moments.Count, first, last, [.. late, .. marked.OrderBy(gap => gap.From)]);
    }

    private static string Why(GameGap gap) => "Not recorded";

    /// <summary>What the bar's chip says.</summary>
    internal LiveChip Chip => Gaps.IsEmpty
        ? new(null, "check", "Recorded, no gap", string.Create(CultureInfo.InvariantCulture, $"{Polls} polls without a gap"))
        : new("warn", "warn", $"{Length(Missing)} not recorded", string.Join('\n', Gaps.Select(gap => gap.Title)));

    /// <summary>A length as 7 s, or as 12:07 from two minutes on.</summary>
    public static string Length(double seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds)} s")
        : Figures.Clock(seconds);
}
