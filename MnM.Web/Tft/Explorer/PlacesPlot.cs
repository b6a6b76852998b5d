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

/// <summary>A histogram of places.</summary>
/// <param name="Bars">First to eighth.</param>
/// <param name="Mean">How high, in percent of the field, each would be if all places came as often.</param>
internal sealed record PlacesPlot(ImmutableArray<PlaceBar> Bars, double Mean)
{
    /// <summary>If all places came as often: so it is of all eight boards of each match.</summary>
    private const double Even = 1.0 / 8;

    /// <param name="places">Counts of first to eighth.</param>
    /// <param name="highest">Share that fills the field; so that several can be compared.</param>
    public static PlacesPlot Of(ImmutableArray<int> places, double highest)
    {
        var (all, full) = (Math.Max(1, places.Sum()), Math.Max(Even, highest));
        return new PlacesPlot([.. places.Select((count, index) => new PlaceBar(index + 1, (double)count / all, 100.0 * count / all / full))], 100 * Even / full);
    }

    /// <summary>The highest share of a place in some rows.</summary>
    public static double Highest(IEnumerable<TftRow> rows) => rows.Where(row => row.IsEnough).Select(row => (double)row.Places.Max() / Math.Max(1, row.Places.Sum())).DefaultIfEmpty(Even).Max();
}
