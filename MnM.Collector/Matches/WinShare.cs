namespace MnM.Collector.Matches;

/// <summary>A share of a few games with the interval that holds the true one in 95 of 100 cases.</summary>
/// <param name="Wins">Games won.</param>
/// <param name="Games">Of so many.</param>
public readonly record struct WinShare(int Wins, int Games)
{
    /// <summary>How many standard deviations to both sides hold 95 of 100 cases.</summary>
    public const double Z = 1.959964;

    /// <summary>Of fewer games nothing is claimed.</summary>
    public const int Least = 10;

    /// <summary>Whether there are enough games to claim something.</summary>
    public bool IsEnough => Games >= Least;

    /// <summary>Percent; null without games.</summary>
    public double? Percent => Games == 0 ? null : 100.0 * Wins / Games;

    /// <summary>
    /// Wilson's score interval in percent, from 0 to 100, which holds for few games too. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
    /// Everything is possible without games.
    /// </summary>
    /// <param name="z">Standard deviations to both sides.</param>
    public (double Low, double High) Interval(double z = Z)
    {
        if (Games == 0)
        {
            return (0, 100);
        }

        var (share, n) = (Wins / (double)Games, (double)Games);
        var middle = share + (z * z / (2 * n));
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        var whole = 1 + (z * z / n);
        return (100 * Math.Max(0, (middle - half) / whole), 100 * Math.Min(1, (middle + half) / whole));
    }
}
