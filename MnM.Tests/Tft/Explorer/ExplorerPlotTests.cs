using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>What lies where in the drawings of the explorer.</summary>
public sealed class ExplorerPlotTests
{
    [Fact]
    public void The_scale_of_places_holds_all_intervals_and_the_mean_in_halves()
    {
        var scale = PlaceScale.Of([Rows.Row(new("A", [], [], null), 200, 3.42, null), Rows.Row(new("B", [], [], null), 200, 4.1, null)], 4.5);
        Assert.Equal((3, 4.5), (scale.Low, scale.High));
        Assert.Equal((0, 50, 100), (scale.X(3), scale.X(3.75), scale.X(4.5)));
    }

    [Fact]
    public void What_has_too_few_games_does_not_stretch_the_scale()
    {
        var scale = PlaceScale.Of([Rows.Row(new("A", [], [], null), 3, 1, null)], 4.5);
        Assert.Equal((4.5, 5), (scale.Low, scale.High));
        Assert.Equal(0, scale.X(1));
    }

    [Fact]
    public void Bars_are_shares_of_the_highest()
    {
        var bars = PlacesPlot.Bars([50, 10, 10, 10, 5, 5, 5, 5], .5);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], bars.Select(bar => bar.Place));
        Assert.Equal((100, 20, 10), (bars[0].Height, bars[1].Height, bars[7].Height));
        Assert.Equal([true, true, true, true, false, false, false, false], bars.Select(bar => bar.IsTop));
        Assert.Equal(.5, PlacesPlot.Highest([[50, 10, 10, 10, 5, 5, 5, 5], [1, 1, 1, 1, 1, 1, 1, 1], []]));
    }

    [Fact]
    public void Without_a_game_bars_are_flat() => Assert.All(PlacesPlot.Bars([0, 0, 0, 0, 0, 0, 0, 0], 0), bar => Assert.Equal(0, bar.Height));

    [Fact]
    public void Differences_lie_around_the_middle_with_their_intervals_inside()
    {
        var scale = DeltaScale.Of([new Estimate(-.38, -.47, -.29), null, new Estimate(.1, .02, .18)]);
        Assert.Equal(.5, scale.Most, 6);
        Assert.Equal((50, 100, 0), (scale.X(0), scale.X(.5), scale.X(-9)));
        Assert.Equal(12, scale.X(-.38), 6);
    }

    [Fact]
    public void Without_a_difference_there_is_still_a_scale() => Assert.Equal(50, DeltaScale.Of([]).X(0));

    [Theory]
    [InlineData(-.2, -.1, "c-win")]
    [InlineData(.1, .2, "c-loss")]
    [InlineData(-.2, .1, "t2")]
    public void Only_what_chance_leaves_no_doubt_of_has_a_colour(double low, double high, string colour) =>
        Assert.Equal(colour, TftWords.DeltaClass(new Estimate((low + high) / 2, low, high)));

    [Theory]
    [InlineData(-.384, "−0.38")]
    [InlineData(.06, "+0.06")]
    [InlineData(-.001, "0.00")]
    public void A_difference_has_its_sign(double delta, string words) => Assert.Equal(words, TftWords.Delta(delta));

    [Fact]
    public void The_change_between_patches_is_told_with_how_sure_it_is()
    {
        Assert.Equal("Average place −0.30 (±0.05) against 18.1: more than chance explains.", TftWords.Changed(new Estimate(4, 3.97, 4.03), new Estimate(3.7, 3.66, 3.74), "18.1"));
        Assert.Contains("which chance can explain", TftWords.Changed(new Estimate(4, 3.7, 4.3), new Estimate(3.7, 3.66, 3.74), "18.1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("euw1", "EUW")]
    [InlineData("kr", "KR")]
    [InlineData("eun1", "EUNE")]
    [InlineData("xx9", "XX")]
    public void Platforms_are_told_as_players_say_them(string platform, string word) => Assert.Equal(word, TftWords.Platform(platform));

    [Fact]
    public void A_queue_that_nobody_knows_keeps_its_number() => Assert.Equal(("Ranked", "Queue 9999"), (TftWords.Queue(1100), TftWords.Queue(9999)));

    [Fact]
    public void Places_are_read_out_one_by_one() =>
        Assert.Equal(
            "1st 50.0 %, 2nd 25.0 %, 3rd 25.0 %, 4th 0.0 %, 5th 0.0 %, 6th 0.0 %, 7th 0.0 %, 8th 0.0 %", TftWords.Places(ImmutableArray.Create(2, 1, 1, 0, 0, 0, 0, 0)));
}
