using MnM.Collector.Players;
using MnM.Web.Players;

namespace MnM.Tests.Players.Pages;

/// <summary>The line of a player's rank.</summary>
public sealed class LadderPlotTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_rank_holds_until_it_changes()
    {
        var plot = Plot(4, Rank("GOLD", "IV", 20), Rank("GOLD", "IV", 60))!;
        Assert.Equal(["Gold IV", "Gold III"], plot.Lines.Select(line => line.Label));
        Assert.Equal("M0 80H50L50 40H100", plot.Path);
        Assert.Equal([(0.0, 50.0), (50.0, 50.0)], plot.Held.Select(held => (held.X, held.Width)));
        Assert.Equal(["1 Nov 2026, 12:00: Gold IV, 20 LP", "3 Nov 2026, 12:00: Gold IV, 60 LP, up 40 LP"], plot.Held.Select(held => held.Words));
        Assert.Equal((40.0, "60 LP"), plot.End!.Value);
        Assert.Equal(["1 Nov 2026", "3 Nov 2026", "5 Nov 2026"], plot.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void A_promotion_goes_up_and_each_tier_has_its_band()
    {
        var plot = Plot(4, Rank("GOLD", "I", 90), Rank("PLATINUM", "IV", 10))!;
        Assert.EndsWith("up 20 LP", plot.Held[1].Words, StringComparison.Ordinal);
        Assert.Equal(["t-gold", "t-platinum"], plot.Bands.Select(band => band.Class));
        Assert.Equal([(50.0, 50.0), (0.0, 50.0)], plot.Bands.Select(band => (band.Top, band.Height)));
    }

    [Fact]
    public void Above_Diamond_points_have_no_end_and_no_division()
    {
        var plot = Plot(4, Rank("MASTER", "", 30), Rank("CHALLENGER", "", 1240))!;
        Assert.Equal("t-master", Assert.Single(plot.Bands).Class);
        Assert.All(plot.Lines, line => Assert.StartsWith("Master", line.Label, StringComparison.Ordinal));
        Assert.InRange(plot.Lines.Length, 3, 6);
        Assert.Equal("1240 LP", plot.End!.Value.Label);
    }

    [Fact]
    public void The_line_is_broken_where_the_player_was_unranked()
    {
        var plot = Plot(8, Rank("GOLD", "IV", 20), null, Rank("GOLD", "IV", 20), null)!;
        Assert.Equal("M0 80H25M50 80H75", plot.Path);
        Assert.Null(plot.End);
        Assert.EndsWith("Unranked", plot.Held[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void One_rank_makes_no_line_nor_does_a_tier_that_nobody_knows()
    {
        Assert.Null(Plot(4, Rank("GOLD", "IV", 20)));
        Assert.Null(Plot(4, Rank("GOLD", "IV", 20), Rank("OPAL", "IV", 20)));
        Assert.Null(Plot(4));
    }

    [Theory]
    [InlineData(0, 3999)]
    [InlineData(2799, 2801)]
    [InlineData(300, 300)]
    public void All_of_the_line_is_inside_the_field(int low, int high)
    {
        var plot = Plot(4, At(low), At(high), At(low))!;
        Assert.All(plot.Lines, line => Assert.InRange(line.Y, 0, 100));
        Assert.Equal((0.0, 100.0), (plot.Lines.Min(line => line.Y), plot.Lines.Max(line => line.Y)));
        Assert.All(plot.Held, held => Assert.InRange(held.X, 0, 100));
        Assert.InRange(plot.End!.Value.Y, 0, 100);
        Assert.InRange(plot.Bands.Sum(band => band.Height), 99.999, 100.001);
    }

    private static PlayerRank Rank(string tier, string division, int points) => new(tier, division, points, 0, 0);

    private static PlayerRank At(int points) => LadderPoints.At(points) is (var tier, var division) && division.Length > 0
        ? Rank(tier, division, points % LadderPoints.PerDivision)
        : Rank("MASTER", "", points - (LadderPoints.Tiers.Length * LadderPoints.PerTier));

    /// <summary>A rank every other day.</summary>
    private static LadderPlot? Plot(int days, params PlayerRank?[] ranks) =>
        LadderPlot.Of([.. ranks.Select((rank, index) => (Start.AddDays(2 * index), rank))], Start.AddDays(days), TimeZoneInfo.Utc);
}
