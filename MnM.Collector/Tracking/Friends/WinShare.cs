namespace MnM.Collector.Tracking.Friends;

/// <summary>A share of a few games with the interval that holds the true one in 95 of 100 cases.</summary>
/// <param name="Wins">Games won.</param>
/// <param name="Games">Of so many.</param>
public readonly record struct WinShare(int Wins, int Games)
{
    private const double Z = 1.959964;

    /// <summary>Percent; null without games.</summary>
    public double? Percent => Games == 0 ? null : 100.0 * Wins / Games;

    /// <summary>
    /// Wilson's score interval in percent, from 0 to 100, which holds for few games too. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.
    /// Everything is possible without games.
    /// </summary>
    public (double Low, double High) Interval()
    {
        if (Games == 0)
        {
            return (0, 100);
        }

        var (share, n) = (Wins / (double)Games, (double)Games);
        var middle = share + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var whole = 1 + (Z * Z / n);
        return (100 * Math.Max(0, (middle - half) / whole), 100 * Math.Min(1, (middle + half) / whole));
    }
}
