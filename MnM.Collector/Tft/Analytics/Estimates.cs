using MnM.Collector.Matches;

namespace MnM.Collector.Tft.Analytics;

/// <summary>
/// Figures with intervals of 95 % from the sums of a group. Matches are what is sampled: boards of one match share its lobby, and their places exclude each other.
/// Ratios of totals over matches with linearised variance: W. G. Cochran, Sampling Techniques (1977), 6.3 and 6.5; L. Kish, Survey Sampling (1965).
/// Few matches may be alike by chance. So they vary by no less than half of what one match does whose boards are drawn by lot.
/// </summary>
internal static class Estimates
{
    /// <summary>So many games of the sample's mean are added to each group where its mean is drawn towards that.</summary>
    public const int PriorGames = 50;

    private const double BestPlace = 1;
    private const double WorstPlace = 8;

    /// <summary>Variance of a place that is drawn by lot.</summary>
    private const double PlaceSpread = 5.25;

    /// <summary>Boards.</summary>
    public static long Games(this GroupSums sums) => sums.Places.Sum();

    /// <summary>Σ s: the sum of all places.</summary>
    public static long PlaceSum(this GroupSums sums) => sums.Places.Select((count, index) => count * (index + 1)).Sum();

    /// <summary>Average placement.</summary>
    public static Estimate Placement(GroupSums sums)
    {
        var (n, s) = ((double)sums.Games(), (double)sums.PlaceSum());
        var mean = s / n;
        return Around(mean, Variance(sums.SS - (2 * mean * sums.NS) + (mean * mean * sums.NN), n, sums.Matches, Drawn(n / sums.Matches, PlaceSpread)), sums.Matches, BestPlace, WorstPlace);
    }

    /// <summary>The average placement drawn towards a mean, the more the fewer games there are.</summary>
    public static double Shrunk(GroupSums sums, double mean) => (sums.PlaceSum() + (PriorGames * mean)) / (sums.Games() + PriorGames);

    /// <summary>Share of the first four places.</summary>
    public static Estimate Top4(GroupSums sums)
    {
        double n = sums.Games(), share = sums.Places.Take(4).Sum() / n;
        return Share(share, Variance(sums.TT - (2 * share * sums.NT) + (share * share * sums.NN), n, sums.Matches, Drawn(n / sums.Matches, share * (1 - share))), sums.Matches);
    }

    /// <summary>Share of the first place, of which a match has one: w² is w.</summary>
    public static Estimate Win(GroupSums sums)
    {
        double n = sums.Games(), wins = sums.Places[0], share = wins / n;
        return Share(share, Variance(wins - (2 * share * sums.NW) + (share * share * sums.NN), n, sums.Matches, Drawn(n / sums.Matches, share * (1 - share))), sums.Matches);
    }

    /// <summary>Share of the base's boards that have it.</summary>
    public static Estimate Share(GroupSums sums, GroupSums all)
    {
        double n = all.Games(), share = sums.Games() / n;
        return Share(share, Variance(sums.NN - (2 * share * sums.NNBase) + (share * share * all.NN), n, all.Matches, n / all.Matches * share * (1 - share)), all.Matches);
    }

    /// <summary>
    /// Average placement with it less that of the base's boards without it; null where there is none without. A match brings d = (s − x̄·n) / N − (s₀ − x̄₀·n₀) / N₀ with s₀ = s' − s and n₀ = n' − n,
    /// which is linear in what the sums have the products of.
    /// </summary>
    public static Estimate? Delta(GroupSums sums, GroupSums all)
    {
        double n = sums.Games(), without = all.Games() - n;
        if (without <= 0)
        {
            return null;
        }

        double mean = sums.PlaceSum() / n, meanWithout = (all.PlaceSum() - sums.PlaceSum()) / without;
        double ofS = (1 / n) + (1 / without), ofN = -((mean / n) + (meanWithout / without)), ofSAll = -1 / without, ofNAll = meanWithout / without;
        var squares = (ofS * ofS * sums.SS) + (ofN * ofN * sums.NN) + (ofSAll * ofSAll * all.SS) + (ofNAll * ofNAll * all.NN)
            + (2 * ((ofS * ofN * sums.NS) + (ofS * ofSAll * sums.SSBase) + (ofS * ofNAll * sums.SNBase) + (ofN * ofSAll * sums.NSBase) + (ofN * ofNAll * sums.NNBase) + (ofSAll * ofNAll * all.NS)));

        // It is known no better than the rarer of both, which may be what has not the group. How many matches have boards without it is not counted: W² / Σ n₀² is as many where they have equally many, else fewer.
        var squaresWithout = all.NN - (2 * sums.NNBase) + sums.NN;
        var matchesWithout = without * without / squaresWithout;
        var matches = (long)Math.Min(sums.Matches, matchesWithout);
        var drawn = Math.Sqrt(Drawn(n / sums.Matches, PlaceSpread)) / n;
        var drawnWithout = Math.Sqrt(Drawn(without / matchesWithout, PlaceSpread)) / without;
        return Around(
            mean - meanWithout, Variance(squares, 1, matches, (drawn + drawnWithout) * (drawn + drawnWithout)), matches, BestPlace - WorstPlace, WorstPlace - BestPlace);
    }

    /// <summary>The variance of a ratio whose residuals have a sum of squares, no less than half of a drawn match's; null of one match, which says nothing of others.</summary>
    private static double? Variance(double squares, double n, long matches, double drawn) => matches < 2 ? null : Math.Max(matches / (matches - 1.0) * squares, drawn / 2) / (n * n);

    /// <summary>Variance of a match's sum where so many of its eight boards are drawn, none twice: 0 where all are.</summary>
    private static double Drawn(double boards, double spread) => boards * spread * (WorstPlace - boards) / (WorstPlace - 1);

    private static Estimate Around(double value, double? variance, long matches, double least, double most)
    {
        if (variance is not { } known)
        {
            return new Estimate(value, least, most);
        }

        var margin = StudentT.Quantile(matches - 1) * Math.Sqrt(known);
        return new Estimate(value, Math.Max(least, value - margin), Math.Min(most, value + margin));
    }

    /// <summary>
    /// Wilson's interval for as many independent games as would have this variance, since one around the share would end below 0 or be empty where something never came. E. L. Korn, B. I. Graubard, Survey Methodology 24 (1998).
    /// What always or never came has no variance: then each match counts once.
    /// </summary>
    private static Estimate Share(double share, double? variance, long matches)
    {
        if (variance is not { } known)
        {
            return new Estimate(share, 0, 1);
        }

        var spread = share * (1 - share);
        if (spread > 0 && known <= spread * 1e-12)
        {
            // All matches have the same share, as the first place where all eight have it.
            return new Estimate(share, share, share);
        }

        double n = spread > 0 ? spread / known : matches, z = StudentT.Quantile(matches - 1), whole = 1 + (z * z / n);
        double middle = (share + (z * z / (2 * n))) / whole, half = z * Math.Sqrt((spread / n) + (z * z / (4 * n * n))) / whole;
        return new Estimate(share, Math.Min(share, Math.Max(0, middle - half)), Math.Max(share, Math.Min(1, middle + half)));
    }
}
