using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;

namespace MnM.Tests.Tft.Analytics;

public sealed class TftCoverageQueriesTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 10, 2);
    private readonly StoredRows _rows = new();

    private FakeAnalytics Store => _rows.Store;

    [Fact]
    public async Task Matches_are_summed_by_day_and_tier_and_patches_come_by_number()
    {
        Store.Coverage.AddRange(
        [
            new(new(16, 9), 17, 1100, 1, Day.AddDays(-1), TftTier.Master, 5, 400), new(new(16, 10), 17, 1100, 1, Day, TftTier.Master, 7, 560),
            new(new(16, 10), 17, 1160, 2, Day, TftTier.Master, 2, 160), new(new(16, 10), 17, 1100, 1, Day, TftTier.Challenger, 3, 240), new(new(16, 10), 17, 1100, 1, Day, null, 1, 80),
        ]);

        var covered = await _rows.Coverage.ReadAsync(CancellationToken.None);

        Assert.Equal([new CoveredDay(Day, 3, 0, 9, 1), new CoveredDay(Day.AddDays(-1), 0, 0, 5, 0)], covered.Days.AsEnumerable());
        Assert.Equal([new CoveredPatch(new Patch(16, 10), 17, 13, 1040), new CoveredPatch(new Patch(16, 9), 17, 5, 400)], covered.Patches.AsEnumerable());
    }

    [Fact]
    public async Task Of_many_days_the_latest_fourteen_are_told()
    {
        Store.Coverage.AddRange(Enumerable.Range(0, 30).Select(back => new TftCoverage(new(18, 1), 18, 1100, 1, Day.AddDays(-back), TftTier.Master, 1, 80)));

        var covered = await _rows.Coverage.ReadAsync(CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 14).Select(back => Day.AddDays(-back)), covered.Days.Select(day => day.Day));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_a_sentence()
    {
        Store.Fault = "ClickHouse at db.local does not answer.";

        Assert.Equal(Store.Fault, (await _rows.Coverage.ReadAsync(CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task A_patch_in_which_an_old_set_came_back_is_one_of_the_set_that_most_play()
    {
        Store.Coverage.AddRange([new(new(18, 2), 18, 1100, 1, Day, TftTier.Master, 7, 560), new(new(18, 2), 4, 6120, 1, Day, null, 2, 160)]);

        Assert.Equal([new CoveredPatch(new Patch(18, 2), 18, 9, 720)], (await _rows.Coverage.ReadAsync(CancellationToken.None)).Patches.AsEnumerable());
    }

    public void Dispose() => _rows.Dispose();
}
