using System.Collections.Immutable;

namespace MnM.Collector.Insights.Stories;

/// <summary>Intervals of means. "Student", The probable error of a mean, Biometrika 6 (1908).</summary>
internal static class StudentT
{
    /// <summary>How many standard deviations to both sides hold 95 of 100 cases of the normal distribution.</summary>
    private const double Z = 1.959963985;

    /// <summary>Exact where the expansion below is not yet good, by degrees of freedom from 1.</summary>
    private static readonly ImmutableArray<double> Few = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281];

    /// <summary>The quantile of 97.5 %. M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 26.7.5.</summary>
    public static double Quantile(int degrees)
    {
        if (degrees <= Few.Length)
        {
            return Few[Math.Max(1, degrees) - 1];
        }

        var (n, z3, z5, z7) = ((double)degrees, Math.Pow(Z, 3), Math.Pow(Z, 5), Math.Pow(Z, 7));
        return Z + ((z3 + Z) / (4 * n)) + (((5 * z5) + (16 * z3) + (3 * Z)) / (96 * n * n)) + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * Z)) / (384 * n * n * n));
    }

    /// <summary>The mean of some games with its interval; null under two of them, which have none.</summary>
    public static Sample? Of(IReadOnlyCollection<double> values, string? rank = null)
    {
        var n = values.Count;
        if (n < 2)
        {
            return null;
        }

        var mean = values.Average();
        var margin = Quantile(n - 1) * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (n - 1) / n);
        return new Sample(mean, mean - margin, mean + margin, n, rank);
    }

    /// <summary>The standard deviation of the games that a sample was made of.</summary>
    public static double Deviation(Sample sample) => sample.Margin / Quantile(sample.Games - 1) * Math.Sqrt(sample.Games);
}
