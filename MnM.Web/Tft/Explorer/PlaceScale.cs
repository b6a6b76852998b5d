using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>On which average places are drawn under each other.</summary>
/// <param name="Low">Place at its left end, in halves.</param>
/// <param name="High">Place at its right end, in halves.</param>
/// <param name="Mean">Of all boards: where the line is.</param>
public sealed record PlaceScale(double Low, double High, double Mean)
{
    private const double Step = .5;

    /// <summary>The narrowest one that holds all intervals and the mean.</summary>
    public static PlaceScale Of(IEnumerable<TftRow> rows, double mean)
    {
        var ends = rows.Where(row => row.IsEnough).SelectMany(row => new[] { row.AveragePlacement.Low, row.AveragePlacement.High }).Append(mean).ToList();
        var (low, high) = (Math.Floor(ends.Min() / Step) * Step, Math.Ceiling(ends.Max() / Step) * Step);
        return new PlaceScale(low, high > low ? high : low + Step, mean);
    }

    /// <summary>Percent from the left.</summary>
    public double X(double place) => 100 * (Math.Clamp(place, Low, High) - Low) / (High - Low);
}
