using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>What chance alone may do.</summary>
internal static class Chance
{
    /// <summary>
    /// How many standard deviations to both sides hold 95 of 100 cases when so many are looked at together, each of which might seem to stand out: 5 % shared evenly (Bonferroni).
    /// P. J. Acklam's approximation of the normal distribution's upper tail, relative error 1.2e-9.
    /// </summary>
    public static double Deviations(int comparisons)
    {
        if (comparisons <= 1)
        {
            return WinShare.Z;
        }

        var q = Math.Sqrt(-2 * Math.Log(0.025 / comparisons));
        return -((((((((((-7.784894002430293e-03 * q) - 3.223964580411365e-01) * q) - 2.400758277161838) * q) - 2.549732539343734) * q) + 4.374664141464968) * q) + 2.938163982698783)
            / ((((((((7.784695709041462e-03 * q) + 3.224671290700398e-01) * q) + 2.445134137142996) * q) + 3.754408661907416) * q) + 1);
    }

    /// <summary>
    /// By how many percent points one share lies above another. R. G. Newcombe, Interval estimation for the difference between independent proportions,
    /// Statistics in Medicine 17 (1998), 873–890, method 10: from Wilson's intervals of both.
    /// </summary>
    public static (double Low, double High) Difference(WinShare one, WinShare other, double z)
    {
        var (first, second, difference) = (one.Interval(z), other.Interval(z), one.Percent!.Value - other.Percent!.Value);
        return (
            difference - double.Hypot(one.Percent.Value - first.Low, second.High - other.Percent.Value),
            difference + double.Hypot(first.High - one.Percent.Value, other.Percent.Value - second.Low));
    }

    /// <summary>Standard errors between two shares; null where chance may make the difference, or where there are too few games.</summary>
    public static double? Between(WinShare one, WinShare other, int comparisons)
    {
        if (one.Games < WinRate.Least || other.Games < WinRate.Least)
        {
            return null;
        }

        var (low, high) = Difference(one, other, Deviations(comparisons));
        return low > 0 || high < 0 ? Errors(one.Percent!.Value - other.Percent!.Value, Difference(one, other, WinShare.Z)) : null;
    }

    /// <summary>Standard errors by which a share lies above what evenness would make it; null where chance may do that, or where there is too little.</summary>
    /// <param name="share">Of all.</param>
    /// <param name="even">Percent.</param>
    /// <param name="comparisons">Among how many it was chosen.</param>
    public static double? Above(WinShare share, double even, int comparisons) =>
        share.Games >= WinRate.Least && share.Interval(Deviations(comparisons)).Low > even
            ? Errors(share.Percent!.Value - even, (share.Interval().Low - even, share.Interval().High - even))
            : null;

    /// <summary>How many standard errors a difference is from 0, by its interval's arm on that side.</summary>
    private static double Errors(double difference, (double Low, double High) interval) =>
        WinShare.Z * Math.Abs(difference) / (difference > 0 ? difference - interval.Low : interval.High - difference);
}
