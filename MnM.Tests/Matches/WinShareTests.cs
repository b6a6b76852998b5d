using MnM.Collector.Matches;

namespace MnM.Tests.Matches;

public sealed class WinShareTests
{
    // The last is R. G. Newcombe's example, Statistics in Medicine 17 (1998), 857-872: 0.2553 to 0.3662.
    [Theory]
    [InlineData(0, 0, 0, 100)]
    [InlineData(1, 1, 20.65, 100)]
    [InlineData(0, 1, 0, 79.35)]
    [InlineData(10, 20, 29.93, 70.07)]
    [InlineData(81, 263, 25.53, 36.62)]
    public void Wilsons_interval_is_as_published(int wins, int games, double low, double high)
    {
        var (lower, upper) = new WinShare(wins, games).Interval();
        Assert.Equal((low, high), (Math.Round(lower, 2), Math.Round(upper, 2)));
    }
}
