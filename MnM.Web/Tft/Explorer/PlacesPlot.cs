using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>How often a place was reached.</summary>
/// <param name="Place">1 to 8.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Height">Percent of the field.</param>
internal sealed record PlaceBar(int Place, double Share, double Height)
{
    /// <summary>The first four are won.</summary>
    public bool IsTop => Place <= 4;
}

/// <summary>Histograms of places.</summary>
internal static class PlacesPlot
{
    /// <summary>If all places came as often: no field is lower.</summary>
    private const double Even = 1.0 / 8;

    /// <param name="places">Counts of first to eighth.</param>
    /// <param name="highest">Share that fills the field; so that several can be compared.</param>
    public static ImmutableArray<PlaceBar> Bars(ImmutableArray<int> places, double highest)
    {
        var (all, full) = (Math.Max(1, places.Sum()), Math.Max(Even, highest));
        return [.. places.Select((count, index) => new PlaceBar(index + 1, (double)count / all, 100.0 * count / all / full))];
    }

    /// <summary>The highest share of a place in some histograms.</summary>
    public static double Highest(IEnumerable<ImmutableArray<int>> places) =>
        places.Where(counts => !counts.IsEmpty).Select(counts => (double)counts.Max() / Math.Max(1, counts.Sum())).DefaultIfEmpty(Even).Max();

    /// <summary>The highest share of a place in some rows.</summary>
    public static double Highest(IEnumerable<TftRow> rows) => Highest(rows.Where(row => row.IsEnough).Select(row => row.Places));
}
