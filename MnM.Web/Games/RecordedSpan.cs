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

    /// <summary>The span of these polls and gaps; null without polls that can be read.</summary>
    /// <param name="moments">When the polls were made.</param>
    /// <param name="gaps">What is missing between them.</param>
    /// <param name="end">Game time of the last poll, seconds, whether it can be read or not.</param>
    public static RecordedSpan? Of(RecordedMoments moments, IReadOnlyList<GameGap> gaps, double end)
    {
        var (polls, damage) = moments;
        if (polls.Count == 0)
            return null;

        var first = polls.Min(moment => moment.GameTime);
        var last = EndsDamaged(moments) ? end : polls.Max(moment => moment.GameTime);
        IEnumerable<RecordingGap> late = first > LateStart && damage.All(part => part.FirstGameTime > first) ? [new(0, first, "MnM was not there yet")] : [];

        // After a spectator's rewind the clock may stand before the gap: then nothing of the game is missing.
        var marked = gaps.Where(gap => gap.ToGameTime > gap.FromGameTime).Select(gap => new RecordingGap(gap.FromGameTime, gap.ToGameTime, Why(gap)));
        var damaged = damage.Select(part => new RecordingGap(
            part.FirstGameTime, polls.FirstOrDefault(moment => moment.Sequence > part.FirstSequence, new(0, last, default, 0)).GameTime, "Damaged"));
        return new(polls.Count, first, last, [.. late.Concat(marked).Concat(damaged).OrderBy(gap => gap.From)]);
    }

    /// <summary>Whether the last poll lies in a damaged part.</summary>
    public static bool EndsDamaged(RecordedMoments moments) => moments.Damage.Any(part => moments.Readable.All(moment => moment.Sequence < part.FirstSequence));

    private static string Why(GameGap gap) => gap.Reason switch
    {
        GameGap.Restart => "MnM was not running",
        GameGap.NoAnswer => "The game did not answer",
        GameGap.NotStored => "The database could not store",
        _ => "Not recorded",
    };

    /// <summary>What the bar's chip says.</summary>
    internal LiveChip Chip => Gaps.IsEmpty
        ? new(null, "check", "Recorded, no gap", string.Create(CultureInfo.InvariantCulture, $"{Polls} polls without a gap"))
        : new("warn", "warn", $"{Length(Missing)} not recorded", string.Join('\n', Gaps.Select(gap => gap.Title)));

    /// <summary>A length as 7 s, or as 12:07 from two minutes on.</summary>
    public static string Length(double seconds) => seconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds)} s")
        : Figures.Clock(seconds);
}
