using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Web.Live;

namespace MnM.Web.Insights;

/// <summary>What was said beside what came: on the diagonal both are the same.</summary>
/// <param name="Points">One for each tenth of which something was said.</param>
internal sealed record CalibrationPlot(ImmutableArray<CalibrationPoint> Points)
{
    /// <summary>Pixels from the highest to the lowest line.</summary>
    public const double Field = 280;
    public const double Top = 8;

    /// <summary>Percent at the lines of both axes.</summary>
    public static ImmutableArray<int> Ticks { get; } = [0, 20, 40, 60, 80, 100];

    public static CalibrationPlot Of(ModelTest test) => new([.. test.Bins.Select(Point)]);

    /// <summary>Pixels from the top.</summary>
    public static double Y(double percent) => Top + ((100 - percent) * Field / 100);

    private static CalibrationPoint Point(CalibrationBin bin)
    {
        // Minutes of a match come out alike: the interval is that of so many matches, not of so many minutes.
        var (low, high) = new WinShare((int)Math.Round(bin.Came * bin.Matches), bin.Matches).Interval();
        return new CalibrationPoint(
            100 * bin.Said,
            Y(100 * bin.Came),
            Y(Math.Max(high, 100 * bin.Came)),
            Y(Math.Min(low, 100 * bin.Came)),
            bin.Matches,
            string.Create(CultureInfo.InvariantCulture, $"Said {100 * bin.Said:0.0} %, came {100 * bin.Came:0.0} % ({low:0} to {high:0} %): {Figures.Whole(bin.Moments)} minutes of {Figures.Whole(bin.Matches)} matches."));
    }
}

/// <summary>A tenth of what was said.</summary>
/// <param name="X">Percent from the left.</param>
/// <param name="Y">Pixels from the top, as the next two.</param>
/// <param name="High">The interval's upper end.</param>
/// <param name="Low">And the lower.</param>
/// <param name="Matches">Of so many.</param>
/// <param name="Words">What the tooltip says.</param>
internal sealed record CalibrationPoint(double X, double Y, double High, double Low, int Matches, string Words);
