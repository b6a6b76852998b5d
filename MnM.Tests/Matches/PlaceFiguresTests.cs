using MnM.Collector.Matches;

namespace MnM.Tests.Matches;

public sealed class PlaceFiguresTests
{
    [Fact]
    public void Mean_shares_and_places_are_counted()
    {
        var figures = PlaceFigures.Of([1, 1, 2, 4, 5, 8, 3, 4, 4, 2]);

        Assert.Equal((10, 3.4, 1, 2), (figures.Games, figures.Mean, figures.Places[4], figures.Firsts));
        Assert.Equal(new WinShare(8, 10), figures.Top4);
        Assert.Equal([2, 2, 1, 3, 1, 0, 0, 1], figures.Places);
        // By hand: s = 2.1705, t of 9 degrees = 2.2622.
        Assert.Equal(1.553, figures.Margin, 0.005);
        Assert.True(figures.IsEnough);
    }

    [Fact]
    public void Of_few_games_everything_is_possible_and_nothing_is_claimed()
    {
        Assert.Equal((1.0, 8.0, false), (PlaceFigures.Of([3]).Low, PlaceFigures.Of([3]).High, PlaceFigures.Of([3]).IsEnough));
        Assert.Equal((0, 0.0), (PlaceFigures.Of([]).Games, PlaceFigures.Of([]).Mean));
        Assert.Equal((1.0, 8.0), (PlaceFigures.Of([1, 8]).Low, PlaceFigures.Of([1, 8]).High));
    }

    [Fact]
    public void The_interval_holds_the_true_mean_in_about_95_of_100_samples()
    {
        var random = new Random(7);
        var holds = Enumerable.Range(0, 2000).Count(_ =>
        {
            var figures = PlaceFigures.Of([.. Enumerable.Range(0, 20).Select(_ => random.Next(1, 9))]);
            return figures.Low <= 4.5 && figures.High >= 4.5;
        });

        Assert.InRange(holds, 1860, 1940);
    }
}
