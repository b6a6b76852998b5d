using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Web.Status.Riot;

/// <summary>A part of a bar: the lane's place among the lanes, and where it stands, in percent of the picture.</summary>
internal readonly record struct MinutePart(int Lane, double X, double Y, double Height);

/// <summary>Requests by minute as bars, the lanes on top of each other; everything in percent from the upper left.</summary>
/// <param name="Most">The highest value of the axis.</param>
/// <param name="Parts">What is drawn.</param>
/// <param name="Limit">Where the limits lie; null where they are not told, or so far above all bars that these would vanish.</param>
internal sealed record MinutesPlot(int Most, ImmutableArray<MinutePart> Parts, double? Limit)
{
    /// <summary>Width of a bar.</summary>
    public const double Bar = 100d / MinutesShown * 0.86;

    private const int MinutesShown = 60;
    private const int Lines = 4;

    /// <summary>Limits that lie higher than so many times the highest bar are not drawn.</summary>
    private const int HighestLimit = 4;

    /// <summary>The values of the grid's lines, from 0 up.</summary>
    public IEnumerable<(int Value, double At)> Grid => Enumerable.Range(0, Lines + 1).Select(line => (Most * line / Lines, 100 - (100d * line / Lines)));

    /// <summary>The plot of the last sixty minutes.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <param name="limit">Requests a minute that the limits let through; null where not told.</param>
    public static MinutesPlot Of(ImmutableArray<MinuteTraffic> minutes, int? limit)
    {
        var highest = minutes.IsEmpty ? 0 : minutes.Max(minute => minute.Sum);
        var shown = limit <= highest * HighestLimit ? limit : null;
        var most = Ceiling(Math.Max(highest, shown ?? 0));
        return new MinutesPlot(most, [.. minutes.Index().SelectMany(pair => Stack(pair.Index, pair.Item, most))], 100 - (100d * shown / most));
    }

    /// <summary>The next of 4, 8, 12, 20, 40, 80, 120…: four lines divide it evenly.</summary>
    private static int Ceiling(int most)
    {
        var step = 1;
        while (most > 20 * step)
        {
            step *= 10;
        }

        return step * (most <= 4 * step ? 4 : most <= 8 * step ? 8 : most <= 12 * step ? 12 : 20);
    }

    private static IEnumerable<MinutePart> Stack(int place, MinuteTraffic minute, int most)
    {
        var below = 0;
        foreach (var (lane, requests) in new[] { minute.Live, minute.Tracking, minute.Requested, minute.Crawl }.Index())
        {
            if (requests > 0)
            {
                below += requests;
                yield return new MinutePart(lane, 100d * place / MinutesShown, 100 - (100d * below / most), 100d * requests / most);
            }
        }
    }
}
