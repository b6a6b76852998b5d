using System.Collections.Immutable;

namespace MnM.Collector.Matches;

/// <summary>How one player came in, over games of which each is another match: so they may be taken as independent.</summary>
/// <param name="Games">How many.</param>
/// <param name="Mean">Average place; 0 without games.</param>
/// <param name="Low">Lower end of its interval of 95 %.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Top4">Among the first four.</param>
/// <param name="Firsts">Won.</param>
/// <param name="Places">How often first, … eighth.</param>
public sealed record PlaceFigures(int Games, double Mean, double Low, double High, WinShare Top4, int Firsts, ImmutableArray<int> Places)
{
    private const int Worst = 8;

    /// <summary>Of fewer games nothing is claimed.</summary>
    public bool IsEnough => Games >= WinShare.Least;

    /// <summary>Half the width of the interval.</summary>
    public double Margin => (High - Low) / 2;

    /// <summary>The figures of places from 1 to 8.</summary>
    public static PlaceFigures Of(IReadOnlyCollection<int> places)
    {
        var counts = Enumerable.Range(1, Worst).Select(place => places.Count(one => one == place)).ToImmutableArray();
        var mean = places.Count == 0 ? 0 : places.Average();
        var (low, high) = (1.0, (double)Worst);
        if (places.Count > 1)
        {
            var variance = places.Sum(place => (place - mean) * (place - mean)) / (places.Count - 1);
            var half = StudentT.Quantile(places.Count - 1) * Math.Sqrt(variance / places.Count);
            (low, high) = (Math.Max(1, mean - half), Math.Min(Worst, mean + half));
        }

        return new PlaceFigures(places.Count, mean, low, high, new WinShare(counts[..4].Sum(), places.Count), counts[0], counts);
    }
}
