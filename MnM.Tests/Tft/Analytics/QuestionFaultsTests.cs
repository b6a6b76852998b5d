using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;

namespace MnM.Tests.Tft.Analytics;

public sealed class QuestionFaultsTests
{
    public static TheoryData<string, TftQuestion, string> Faults => new()
    {
        { "Patches", new() { Patches = ["18.2.1"] }, "\"18.2.1\" is no patch" },
        { "Patches", new() { Patches = [.. Enumerable.Repeat("18.2", 21)] }, "At most 20" },
        { "Set", new() { Set = 0 }, "from 1 to 99" },
        { "From", new() { From = new(2018, 1, 1) }, "2019-06-01" },
        { "To", new() { To = DateOnly.MaxValue }, "2019-06-01" },
        { "To", new() { From = new(2026, 9, 2), To = new(2026, 9, 1) }, "not before the first" },
        { "Queues", new() { Queues = [-1] }, "Riot's number" },
        { "Queues", new() { Queues = [.. Enumerable.Range(0, 21)] }, "At most 20" },
        { "Platforms", new() { Platforms = [.. Enumerable.Repeat("euw1", 21)] }, "At most 20" },
        { "Tiers", new() { Tiers = [(TftTier)9] }, "have a ladder" },
        { "MinPoints", new() { MinPoints = 500 }, "below, each division begins at 0 again" },
        { "MinPoints", new() { MinPoints = 500, LadderPlayersOnly = true }, "Choose one of these tiers" },
        { "MinPoints", new() { MinPoints = -1, Tiers = [TftTier.Master] }, "from 0 to" },
        { "MinTraitTier", new() { MinTraitTier = 2 }, "choose the trait" },
        { "MinTraitTier", new() { Trait = "TFT17_Star", MinTraitTier = 0 }, "steps 1 to" },
        { "MinLevel", new() { MinLevel = 0 }, "from 1 to 20" },
        { "MaxLevel", new() { MinLevel = 8, MaxLevel = 7 }, "not below" },
        { "MinStar", new() { MinStar = 10 }, "from 1 to 9" },
        { "MaxStar", new() { MinStar = 3, MaxStar = 2 }, "not below" },
        { "MinGames", new() { MinGames = 0 }, "At least 1 game" },
        { "MinGames", new() { MinGames = int.MaxValue }, "at most 1,000,000" },
        { "ItemCount", new() { ItemCount = 10 }, "0 to 9" },
        { "ItemCount", new() { ItemCount = 1, With = ["A", "B"] }, "With 2 items" },
        { "With", new() { With = [.. Enumerable.Repeat("A", 10)] }, "at most 9 items" },
        { "Without", new() { Without = [.. Enumerable.Repeat("A", 21)] }, "At most 20" },
        { "Without", new() { With = ["A"], Without = ["A"] }, "A is asked for with and without" },
        { "Exactly", new() { Exactly = ["A"], With = ["A"] }, "says all of them" },
        { "Exactly", new() { Exactly = ["A"], Without = ["B"] }, "says all of them" },
        { "ItemCount", new() { Exactly = ["A"], ItemCount = 2 }, "are 1, not 2" },
        { "Exactly", new() { Subject = TftSubject.Items, Exactly = [] }, "none that could be counted" },
        { "ItemCount", new() { Subject = TftSubject.Items, ItemCount = 0 }, "none that could be counted" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void What_makes_no_sense_is_told_of_its_field(string field, TftQuestion question, string words)
    {
        var fault = Assert.Single(QuestionFaults.Of(question));
        Assert.Equal(field, fault.Field);
        Assert.Contains(words, fault.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(["Set", "MinPoints", "MinStar"], QuestionFaults.Of(new TftQuestion { Set = 0, MinPoints = 1, MinStar = 0 }).Select(fault => fault.Field));

    [Fact]
    public void A_question_that_uses_every_filter_has_no_fault() => Assert.Empty(QuestionFaults.Of(new TftQuestion
    {
        Patches = ["18.2b", "unknown"],
        Set = 18,
        From = new(2026, 9, 1),
        To = new(2026, 9, 1),
        Queues = [1100, 1160],
        Platforms = ["euw1"],
        Tiers = [TftTier.Master],
        MinPoints = 0,
        LadderPlayersOnly = true,
        Unit = "A",
        MinStar = 2,
        MaxStar = 2,
        With = ["A", "A", "B"],
        Without = ["C"],
        ItemCount = 3,
        Trait = "T",
        MinTraitTier = 2,
        MinLevel = 8,
        MaxLevel = 9,
        MinGames = 1,
    }));
}
