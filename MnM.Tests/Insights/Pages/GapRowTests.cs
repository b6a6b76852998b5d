using MnM.Collector.Insights;
using MnM.Web.Insights;

namespace MnM.Tests.Insights.Pages;

/// <summary>Figures beside others.</summary>
public sealed class GapRowTests
{
    [Theory]
    [InlineData(InsightFigure.CsPerMinute, 6.44, false, "6.4")]
    [InlineData(InsightFigure.VisionPerMinute, 1.236, false, "1.24")]
    [InlineData(InsightFigure.DamagePerMinute, 1284.6, false, "1,285")]
    [InlineData(InsightFigure.KillParticipationPercent, 61.5, false, "62 %")]
    [InlineData(InsightFigure.Deaths, 7, false, "7")]
    [InlineData(InsightFigure.Deaths, 7, true, "7.0")]
    [InlineData(InsightFigure.GoldLeadAt10, 412.2, false, "+412")]
    [InlineData(InsightFigure.GoldLeadAt15, -1412.2, false, "−1,412")]
    [InlineData(InsightFigure.ExperienceLeadAt10, -0.4, false, "0")]
    public void Figures_have_their_unit_and_their_sign(InsightFigure figure, double value, bool isMean, string written) => Assert.Equal(written, GapRow.Number(figure, value, isMean));

    [Fact]
    public void A_mean_says_how_sure_it_is_and_of_how_many_games()
    {
        var cell = GapCell.Of(InsightFigure.CsPerMinute, new Sample(6.4, 6.1, 6.7, 120));
        Assert.Equal(("6.4", "0.3", 120, false), (cell.Mean, cell.Margin, cell.Games, cell.IsBiased));
        Assert.Equal("CS a minute: 6.4 in 120 games, 95 % interval 6.1 to 6.7", cell.Words);
    }

    [Fact]
    public void Under_fifty_games_it_is_called_what_it_is()
    {
        Assert.True(GapCell.Of(InsightFigure.Kills, new Sample(6, 5, 7, 49)).IsBiased);
        Assert.False(GapCell.Of(InsightFigure.Kills, new Sample(6, 5, 7, 50)).IsBiased);
        Assert.EndsWith("So few games tell of those who happened to be met", GapCell.Of(InsightFigure.Kills, new Sample(6, 5, 7, 49)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void One_game_has_no_interval_and_none_has_no_mean()
    {
        var one = GapCell.Of(InsightFigure.Kills, new Sample(6, double.NegativeInfinity, double.PositiveInfinity, 1));
        Assert.Null(one.Margin);
        Assert.StartsWith("Kills: 6.0 in 1 game.", one.Words, StringComparison.Ordinal);
        Assert.Equal("–", GapCell.Of(InsightFigure.Kills, null).Mean);
    }
}
