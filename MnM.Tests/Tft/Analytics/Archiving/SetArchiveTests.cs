using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.Archiving;
using MnM.Collector.Tft.Patches;

namespace MnM.Tests.Tft.Analytics.Archiving;

public sealed class SetArchiveTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Fact]
    public void Nothing_is_archived_unless_somebody_asks_for_it() => Assert.Empty(SetArchive.Choose([Part("15.1", 14, 300), Part("18.1", 18, 0)], 0, Today));

    [Fact]
    public void The_newest_sets_stay_and_older_ones_go_patch_by_patch() => Assert.Equal(
        [new Patch(15, 9), new Patch(15, 10)],
        SetArchive.Choose([Part("15.10", 16, 90), Part("15.9", 16, 120), Part("16.10", 17, 50), Part("18.1", 18, 0), Part("18.1", 18, 3)], 2, Today));

    [Fact]
    public void A_set_that_was_played_lately_stays_a_while()
    {
        TftCoverage[] coverage = [Part("16.10", 17, SetArchive.GraceDays), Part("16.9", 17, 60), Part("18.1", 18, 0)];
        Assert.Empty(SetArchive.Choose(coverage, 1, Today));
        Assert.Equal([new Patch(16, 9), new Patch(16, 10)], SetArchive.Choose(coverage, 1, Today.AddDays(1)));
    }

    [Fact]
    public void A_patch_that_a_newer_set_shares_stays() => Assert.Equal(
        [new Patch(16, 9)], SetArchive.Choose([Part("unknown", 17, 90), Part("unknown", 18, 5), Part("16.9", 17, 90), Part("18.1", 18, 0)], 1, Today));

    [Fact]
    public void What_Riot_gave_no_set_stays_and_takes_no_place() => Assert.Equal([new Patch(16, 9)], SetArchive.Choose([Part("unknown", 0, 400), Part("16.9", 17, 90), Part("18.1", 18, 90)], 1, Today));

    private static TftCoverage Part(string patch, int set, int daysAgo) => new(Patch.Find(patch) ?? Patch.Unknown, set, 1100, 1, Today.AddDays(-daysAgo), null, 1, 60);
}
