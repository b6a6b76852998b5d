using MnM.Collector.Insights;
using MnM.Collector.Insights.WinProbability;
using MnM.Tests.Live.Pages;
using MnM.Web.Insights;

namespace MnM.Tests.Insights.Pages;

/// <summary>What pages say of an insight.</summary>
public sealed class InsightPhrasesTests
{
    [Theory]
    [InlineData(0.124, "+12 %")]
    [InlineData(-0.31, "−31 %")]
    [InlineData(0.004, "0 %")]
    [InlineData(-0.004, "0 %")]
    public void A_swing_has_its_sign(double swing, string words) => Assert.Equal(words, InsightPhrases.Swing(swing));

    [Theory]
    [InlineData(ActionKind.Dragon, true, "Fire", "Infernal dragon taken")]
    [InlineData(ActionKind.Dragon, false, "", "Dragon lost")]
    [InlineData(ActionKind.Tower, false, "BOT_LANE", "Bottom tower lost")]
    [InlineData(ActionKind.Inhibitor, true, "", "Inhibitor taken")]
    [InlineData(ActionKind.Purchase, true, "3071", "Black Cleaver bought")]
    [InlineData(ActionKind.Purchase, true, "9999", "Item 9999 bought")]
    public void What_happened_is_told_from_the_own_side(ActionKind kind, bool isOurs, string detail, string words) =>
        Assert.Equal(words, InsightPhrases.What(Reports.Action(60, kind, null, null, isOurs, detail: detail), StaticCatalogs.Known));

    [Fact]
    public void Every_kind_has_words_and_a_drawing() => Assert.All(Enum.GetValues<ActionKind>(), kind =>
    {
        Assert.NotEmpty(InsightPhrases.What(Reports.Action(60, kind, null, null), StaticCatalogs.Known));
        Assert.NotEmpty(InsightPhrases.Icon(Reports.Action(60, kind, null, null)));
    });

    [Fact]
    public void An_old_insight_says_what_has_changed()
    {
        var old = Reports.Of(Reports.OfMatch, isOld: true);
        Assert.Null(InsightPhrases.Change(old with { IsOld = false }, Model(4, 1500)));
        Assert.Equal("Since it was made, the win chances were learnt anew, from 1,500 matches instead of 1,204.", InsightPhrases.Change(old, Model(4, 1500)));
        Assert.Equal("Since it was made, MnM has learnt win chances, from 1,500 matches.", InsightPhrases.Change(Reports.Of(Reports.Silent, isOld: true), Model(4, 1500)));
        Assert.Contains("the timeline has come", InsightPhrases.Change(old, Model(3, 1204)), StringComparison.Ordinal);
        Assert.Contains("other games have become the last ones", InsightPhrases.Change(Reports.Of(Reports.OfPlayer, isOld: true), null), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_compared_with_is_said_as_it_is()
    {
        Assert.Equal("Mid, others of Gold", InsightPhrases.Compared(Reports.OfMatch.Person, Reports.OfMatch.Gaps));
        Assert.Equal("Mid", InsightPhrases.Compared(Reports.OfMatch.Person, []));
        Assert.Equal("Mid, others of any rank", InsightPhrases.Compared(Reports.OfMatch.Person, [new FigureGap(InsightFigure.Kills, 1, null, new Sample(1, 0, 2, 60))]));
    }

    private static WinModel Model(int version, int matches) =>
        new() { Version = version, TrainedAt = Reports.At, Matches = matches, Inputs = [], Test = new ModelTest(0, 0, 0.17, 0.25, 0, 0, 0, []) };
}
