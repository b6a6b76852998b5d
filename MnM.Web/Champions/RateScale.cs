using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Matches;

namespace MnM.Web.Champions;

/// <summary>On which win rates are drawn beside each other: the middle half, or all of it where an interval needs that.</summary>
/// <param name="Low">Percent at its left end.</param>
/// <param name="High">Percent at its right end.</param>
internal sealed record RateScale(int Low, int High)
{
    /// <summary>What has lines and labels.</summary>
    public ImmutableArray<(double X, string Label)> Ticks => [.. new[] { Low, 50, High }.Select(percent => (X(percent), string.Create(CultureInfo.InvariantCulture, $"{percent} %")))];

    public static RateScale Of(IEnumerable<WinShare> shares) =>
        shares.Where(share => share.IsEnough).Any(share => share.Interval() is var (low, high) && (low < 25 || high > 75)) ? new(0, 100) : new(25, 75);

    /// <summary>Percent from the left.</summary>
    public double X(double percent) => 100.0 * (percent - Low) / (High - Low);

    /// <summary>Only what chance leaves no doubt of is called good or bad.</summary>
    public static RateStanding StandingOf(WinShare share) => share.Interval() switch
    {
        ( > 50, _) => RateStanding.Above,
        (_, < 50) => RateStanding.Below,
        _ => RateStanding.Even,
    };
}

/// <summary>How a win rate stands to one half.</summary>
internal enum RateStanding
{
    /// <summary>One half is in its interval.</summary>
    Even,
    Above,
    Below,
}
