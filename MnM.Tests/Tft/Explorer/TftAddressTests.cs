using Microsoft.AspNetCore.WebUtilities;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Tft.Explorer;

namespace MnM.Tests.Tft.Explorer;

/// <summary>What an address asks of the explorer.</summary>
public sealed class TftAddressTests
{
    private const string All = "/tft?patches=18.2,18.2b&set=18&from=2026-11-01&to=2026-11-22&queues=1100,1160&platforms=euw1,kr&tiers=master,challenger&minPoints=500&ladderPlayersOnly=true"
        + "&unit=TFT18_Jinx&minStar=2&maxStar=3&with=A,A,B&without=C&exactly=D,D&itemCount=3&trait=TFT18_Mage&minTraitTier=2&minLevel=8&maxLevel=9&minGames=500";

    [Fact]
    public void An_address_and_its_question_are_the_same()
    {
        var (question, faults) = Read(All);
        Assert.Empty(faults);
        Assert.True(question.Patches.SequenceEqual(["18.2", "18.2b"]));
        Assert.Equal((18, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22)), (question.Set!.Value, question.From!.Value, question.To!.Value));
        Assert.True(question.Queues.SequenceEqual([1100, 1160]));
        Assert.True(question.Platforms.SequenceEqual(["euw1", "kr"]));
        Assert.True(question.Tiers.SequenceEqual([TftTier.Master, TftTier.Challenger]));
        Assert.Equal((500, true), (question.MinPoints!.Value, question.LadderPlayersOnly));
        Assert.Equal(("TFT18_Jinx", 2, 3), (question.Unit, question.MinStar!.Value, question.MaxStar!.Value));
        Assert.True(question.With.SequenceEqual(["A", "A", "B"]));
        Assert.True(question.Without.SequenceEqual(["C"]));
        Assert.True(question.Exactly!.Value.SequenceEqual(["D", "D"]));
        Assert.Equal((3, "TFT18_Mage", 2, 8, 9, 500), (question.ItemCount!.Value, question.Trait, question.MinTraitTier!.Value, question.MinLevel!.Value, question.MaxLevel!.Value, question.MinGames));
        Assert.Equal(All, Uri.UnescapeDataString(TftAddress.Of("/tft", question)));
        Assert.Equal(17, TftAddress.Count(question));
    }

    [Fact]
    public void An_address_without_a_word_asks_for_what_is_usual()
    {
        var (question, faults) = Read("/tft");
        Assert.Empty(faults);
        Assert.Equal("/tft", TftAddress.Of("/tft", question));
        Assert.Equal((0, TftQuestion.UsualGames), (TftAddress.Count(question), question.MinGames));
        Assert.Null(question.Exactly);
    }

    [Fact]
    public void No_item_at_all_is_something_else_than_any()
    {
        var (question, _) = Read("/tft?exactly=none");
        Assert.Empty(question.Exactly!.Value);
        Assert.Equal("/tft?exactly=none", TftAddress.Of("/tft", question));
    }

    [Theory]
    [InlineData("set", "-1", "set: \"-1\" is no whole number.")]
    [InlineData("queues", "ranked", "queues: \"ranked\" is no whole number.")]
    [InlineData("tiers", "2", "tiers: \"2\" is no tier")]
    [InlineData("tiers", "diamond", "tiers: diamond has no ladder")]
    [InlineData("from", "yesterday", "from: \"yesterday\" is no day")]
    [InlineData("minStar", "two", "minStar: \"two\" is no whole number.")]
    [InlineData("minGames", "99999999999", "minGames: \"99999999999\" is no whole number.")]
    public void What_makes_no_sense_counts_as_not_said(string name, string value, string fault)
    {
        var (question, faults) = Read($"/tft?{name}={value}");
        Assert.Equal("/tft", TftAddress.Of("/tft", question));
        Assert.StartsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_read_as_in_the_interface_for_programs()
    {
        var (question, faults) = Read("/tft?MIN_STAR=2&tiers=Master&tiers=challenger&platforms=EUW1&ladder_players_only=True&show=units&sort=-games&row=X&augment=Y");
        Assert.Equal("/tft?platforms=euw1&tiers=master,challenger&ladderPlayersOnly=true&minStar=2", Uri.UnescapeDataString(TftAddress.Of("/tft", question)));
        Assert.Equal("augment: There is no filter augment.", Assert.Single(faults));
    }

    [Fact]
    public void Of_a_list_what_makes_sense_counts()
    {
        var (question, faults) = Read("/tft?queues=1100,ranked");
        Assert.Equal([1100], question.Queues.AsEnumerable());
        Assert.Single(faults);
    }

    [Fact]
    public void A_page_of_its_own_keeps_the_filters_of_matches_and_boards()
    {
        var (question, _) = Read(All);
        Assert.Equal(
            "/tft/unit/TFT18_Vi?patches=18.2,18.2b&set=18&from=2026-11-01&to=2026-11-22&queues=1100,1160&platforms=euw1,kr&tiers=master,challenger&minPoints=500&ladderPlayersOnly=true&minLevel=8&maxLevel=9&minGames=500",
            Uri.UnescapeDataString(TftPages.Unit("TFT18_Vi", question)));
    }

    private static (TftQuestion Question, IReadOnlyList<string> Faults) Read(string address) =>
        TftAddress.Read(TftSubject.Units, QueryHelpers.ParseQuery(new Uri($"http://mnm{address}").Query));
}
