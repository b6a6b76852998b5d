using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Matches;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;
using MnM.Simulator;
using MnM.Tests.Tft.Analytics;

namespace MnM.Tests.Tft.Patches;

/// <summary>The calendar of patches, as it is read and as it is edited.</summary>
public sealed class PatchDeskTests : IDisposable
{
    private static readonly Patch First = new(18, 1);
    private static readonly Patch Second = new(18, 2);
    private static readonly Patch SecondB = new(18, 2, 1);
    private readonly StoredRows _rows = new();
    private readonly PatchCalendar _calendar;
    private readonly PatchDesk _desk;

    public PatchDeskTests()
    {
        _calendar = new PatchCalendar(_rows);
        _desk = new PatchDesk(_calendar, new RowsDesk(_rows.Store, new RowsTurn(), _rows.Answers, NullLogger<RowsDesk>.Instance), _rows, new SimulatorClock());
    }

    [Theory]
    [InlineData("Version 16.10.1.1", 17, "2026-09-20", "16.10")]
    [InlineData("TFT Unreal Version ?.?.?.?", 18, "2026-08-25", "unknown")]
    [InlineData("TFT Unreal Version ?.?.?.?", 18, "2026-08-26", "18.1")]
    [InlineData("TFT Unreal Version ?.?.?.?", 18, "2026-09-14", "18.1")]
    [InlineData("TFT Unreal Version ?.?.?.?", 18, "2026-09-15", "18.2b")]
    [InlineData(null, 18, "2027-01-01", "18.2b")]
    [InlineData(null, 10, "2026-09-20", "unknown")]
    [InlineData(null, 0, "2026-09-20", "unknown")]
    [InlineData(null, 18, null, "unknown")]
    public async Task A_match_has_the_patch_of_its_version_else_the_one_of_its_set_and_day(string? version, int set, string? day, string patch) =>
        Assert.Equal(patch, (await _calendar.PatchOfAsync(version, set, day is null ? null : Day(day), CancellationToken.None)).ToString());

    [Fact]
    public async Task An_own_date_overrides_a_shipped_one_until_it_is_removed()
    {
        await AssertDoneAsync(SaveAsync(First, "2026-08-27"), matches: 0);
        Assert.Equal(Patch.Unknown, await _calendar.PatchOfAsync(null, 18, Day("2026-08-26"), CancellationToken.None));
        Assert.True((await _desk.ReadAsync(CancellationToken.None))[^1].IsOwn);

        await AssertDoneAsync(_desk.RemoveAsync(First, isConfirmed: false, CancellationToken.None), matches: 0);
        Assert.Equal(First, await _calendar.PatchOfAsync(null, 18, Day("2026-08-26"), CancellationToken.None));
        Assert.Equal(ShippedPatches.All.Reverse(), await _desk.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_patch_that_is_missing_can_be_entered_and_another_process_reads_it()
    {
        await AssertDoneAsync(SaveAsync(Second, "2026-09-09"), matches: 0);
        Assert.Equal([SecondB, Second, First], (await new PatchCalendar(_rows).ReadAsync(CancellationToken.None)).Select(row => row.Patch));
        Assert.Equal(Second, await _calendar.PatchOfAsync(null, 18, Day("2026-09-10"), CancellationToken.None));
    }

    [Fact]
    public async Task A_change_that_concerns_stored_matches_is_confirmed_and_has_their_rows_made_anew()
    {
        await StoreAsync(("EUW1_1", 18, "2026-09-08"), ("EUW1_2", 18, "2026-09-10"), ("EUW1_3", 18, "2026-09-14"), ("EUW1_4", 18, "2026-09-15"), ("EUW1_5", 17, "2026-09-10"));
        Assert.Equal(new PatchChange.ToConfirm(2), await SaveAsync(Second, "2026-09-09"));
        Assert.DoesNotContain(await _desk.ReadAsync(CancellationToken.None), row => row.IsOwn);
        Assert.Equal(0, _rows.Store.Cleared);

        await AssertDoneAsync(SaveAsync(Second, "2026-09-09", isConfirmed: true), matches: 2);
        Assert.Equal(1, _rows.Store.Cleared);
        await AssertDoneAsync(SaveAsync(Second, "2026-09-09"), matches: 0);
        await AssertDoneAsync(SaveAsync(new Patch(18, 3), "2026-10-01"), matches: 0);
        Assert.Equal(1, _rows.Store.Cleared);

        Assert.Equal(new PatchChange.ToConfirm(2), await _desk.RemoveAsync(Second, isConfirmed: false, CancellationToken.None));
    }

    [Fact]
    public async Task Where_the_store_does_not_answer_nothing_is_changed_and_that_is_said()
    {
        await StoreAsync(("EUW1_2", 18, "2026-09-10"));
        _rows.Store.Fault = "The store is away.";
        Assert.Equal(new PatchChange.NotDerived("The store is away."), await SaveAsync(Second, "2026-09-09", isConfirmed: true));
        Assert.DoesNotContain(await _desk.ReadAsync(CancellationToken.None), row => row.IsOwn);
    }

    [Theory]
    [InlineData("18.2", 18, "2026-09-15", "from", "18.2b begins on 2026-09-15: 18.2 comes before it.")]
    [InlineData("18.3", 18, "2026-09-15", "from", "18.2b begins on 2026-09-15: 18.3 comes after it.")]
    [InlineData("18.3", 18, "2028-01-01", "from", "A patch begins between 2019-06-01 and a year from now.")]
    [InlineData("18.3", 18, "2018-01-01", "from", "A patch begins between 2019-06-01 and a year from now.")]
    [InlineData("18.3", 0, "2026-10-01", "set", "A set is a number from 1 to 99.")]
    public async Task What_makes_no_sense_is_refused(string patch, int set, string from, string field, string why) =>
        Assert.Equal(new PatchChange.Refused(field, why), await _desk.SaveAsync(Patch.Find(patch)!.Value, set, Day(from), isConfirmed: true, CancellationToken.None));

    [Fact]
    public async Task What_came_with_MnM_stays_and_what_is_not_there_cannot_go()
    {
        Assert.Equal(new PatchChange.Refused("patch", "A patch looks like 18.2 or 18.2b."), await SaveAsync(Patch.Unknown, "2026-09-09"));
        Assert.Equal(new PatchChange.Refused("patch", "The date of 18.1 came with MnM: it can be changed, not removed."), await _desk.RemoveAsync(First, true, CancellationToken.None));
        Assert.Equal(new PatchChange.Refused("patch", "The calendar has no patch 18.2."), await _desk.RemoveAsync(Second, true, CancellationToken.None));
    }

    public void Dispose() => _rows.Dispose();

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse($"{day}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task AssertDoneAsync(Task<PatchChange> change, int matches) => Assert.Equal(new PatchChange.Done(matches), await change);

    private Task<PatchChange> SaveAsync(Patch patch, string from, bool isConfirmed = false) => _desk.SaveAsync(patch, 18, Day(from), isConfirmed, CancellationToken.None);

    private async Task StoreAsync(params (string Id, int Set, string Day)[] matches)
    {
        await using var db = _rows.CreateDbContext();
        foreach (var (id, set, day) in matches)
        {
            db.Add(new TftMatch { Id = id, Platform = "euw1", SetNumber = set, GameDatetime = Day(day), FetchedAt = Day(day) });
            db.Add(new TftMatchPayload { Id = id, Payload = [1] });
        }

        await db.SaveChangesAsync();
    }
}
