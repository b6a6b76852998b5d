using System.Collections.Immutable;

namespace MnM.Collector.Matches;

/// <summary>The distribution of means of few values. "Student", The probable error of a mean, Biometrika 6 (1908).</summary>
internal static class StudentT
{
    /// <summary>How many standard deviations to both sides hold 95 of 100 cases of the normal distribution.</summary>
    private const double Z = 1.959963985;

    /// <summary>Exact where the expansion below is not yet good, by degrees of freedom from 1.</summary>
    private static readonly ImmutableArray<double> Few = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281];

    /// <summary>The quantile of 97.5 %. M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 26.7.5.</summary>
    public static double Quantile(double degrees)
    {
        if (degrees <= Few.Length)
        {
            return Few[Math.Max(1, (int)degrees) - 1];
        }

        var (n, z3, z5, z7) = (degrees, Math.Pow(Z, 3), Math.Pow(Z, 5), Math.Pow(Z, 7));
        return Z + ((z3 + Z) / (4 * n)) + (((5 * z5) + (16 * z3) + (3 * Z)) / (96 * n * n)) + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * Z)) / (384 * n * n * n));
    }
}
