using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics;

/// <summary>What an answer says beside its figures, and how many rows it has.</summary>
public sealed class TftExplorerNotesTests : IDisposable
{
    private const int Korea = 2;
    private static readonly Patch Old = new(18, 1);
    private static readonly Patch New = new(18, 2, 1);
    private readonly StoredRows _rows = new();
    private readonly NameBook _names;
    private readonly TftExplorer _explorer;

    public TftExplorerNotesTests()
    {
        _names = new NameBook(_rows);
        _explorer = new TftExplorer(_rows.Store, _rows.Coverage, _names, new PatchCalendar(_rows), _rows.Answers, _rows.Clock);
        _rows.Store.Coverage.AddRange(
        [
            new(Old, 18, 1100, 1, new(2026, 9, 1), TftTier.Challenger, 40, 4000), new(New, 18, 1100, 1, new(2026, 9, 20), TftTier.Master, 30, 3000),
            new(New, 18, 1160, Korea, new(2026, 9, 21), null, 7, 700),
        ]);
        var whole = Sum.Of(Enumerable.Repeat<int[]>([1, 2, 3, 4, 5, 6, 7, 8], 120));
        _rows.Store.Sums = new TftSums(whole, new Dictionary<GroupKey, (GroupSums, GroupSums)> { [new GroupKey(1, [])] = (Sum.Of([[1]]), whole) });
    }

    public void Dispose()
    {
        _names.Dispose();
        _rows.Dispose();
    }

    [Fact]
    public async Task While_stored_matches_have_no_rows_yet_an_answer_says_so_and_is_soon_counted_anew()
    {
        await StoreAsync(3, rowsIn: 1);
        await StoreAsync(1, rowsIn: 0);
        Assert.Equal(["So far 3 of 4 stored matches are counted."], (await AnswerAsync(new TftQuestion())).Notes.AsEnumerable());
        await using (var db = _rows.CreateDbContext())
        {
            await db.TftMatches.ExecuteUpdateAsync(match => match.SetProperty(one => one.RowsIn, 1));
        }

        _rows.Clock.Advance(AnswerCache.FreshOfPart.TotalSeconds);
        Assert.True((await AnswerAsync(new TftQuestion())).IsStale);
        await _rows.Answers.SettleAsync();
        var whole = await AnswerAsync(new TftQuestion());
        Assert.Equal((false, 0), (whole.IsStale, whole.Notes.Length));
        _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds - 1);
        Assert.False((await AnswerAsync(new TftQuestion())).IsStale);
    }

    [Fact]
    public async Task What_always_comes_in_while_it_is_crawled_makes_no_answer_a_part()
    {
        await StoreAsync(101, rowsIn: 1);
        await StoreAsync(1, rowsIn: 0);
        Assert.Empty((await AnswerAsync(new TftQuestion())).Notes);
    }

    [Fact]
    public async Task How_many_standings_are_old_is_told_where_standings_choose()
    {
        _rows.Store.Coverage[1] = _rows.Store.Coverage[1] with { LadderBoards = 200, OldLadderBoards = 50 };
        Assert.Empty((await AnswerAsync(new TftQuestion())).Notes);
        foreach (var question in (TftQuestion[])[new() { Tiers = [TftTier.Master] }, new() { LadderPlayersOnly = true }])
        {
            Assert.Equal(["Of 25 % of the players on a ladder the standing is by a reading more than a day from their match."], (await AnswerAsync(question)).Notes.AsEnumerable());
        }

        Assert.Empty((await AnswerAsync(new TftQuestion { Tiers = [TftTier.Master], Patches = ["18.1"] })).Notes);
    }

    [Fact]
    public async Task All_rows_can_be_asked_for()
    {
        _rows.Store.Sums = _rows.Store.Sums with
        {
            Groups = Enumerable.Range(1, AnswerMaker.MostRows + 5).ToDictionary(code => new GroupKey(code + 100, []), _ => (Sum.Of([[1]]), _rows.Store.Sums.Sample)),
            LeftOut = 7,
        };
        var some = await AnswerAsync(new TftQuestion());
        Assert.Equal((AnswerMaker.MostRows, 12), (some.Rows.Length, some.LeftOut));
        var all = Assert.IsType<TftReply.Answered>(await _explorer.AskForAllAsync(new TftQuestion(), CancellationToken.None)).Answer;
        Assert.Equal((AnswerMaker.MostRows + 5, 7), (all.Rows.Length, all.LeftOut));
    }

    [Fact]
    public async Task Notes_tell_mixed_patches_undated_matches_pairs_and_rows_that_are_left_out()
    {
        Assert.Empty((await AnswerAsync(new TftQuestion())).Notes);
        _rows.Store.Coverage.Add(new(Patch.Unknown, 18, 1160, Korea, new(2026, 8, 1), null, 1234, 1));
        _rows.Clock.Advance(60);
        _rows.Store.Sums = _rows.Store.Sums with
        {
            Groups = Enumerable.Range(1, AnswerMaker.MostRows + 5).ToDictionary(code => new GroupKey(code + 100, []), _ => (Sum.Of([[1]]), _rows.Store.Sums.Sample)),
        };
        var answer = await AnswerAsync(new TftQuestion { Set = 18, Queues = [1160, 1100] });
        Assert.Equal(
            [
                "2 patches are mixed: 18.1, 18.2b.",
                "The patch of 1,234 matches is not known: neither their version nor the calendar of patches says it.",
                "In Double Up both of a pair come in one after the other: places 1 and 2 are the winning pair, and the first four places are two pairs.",
                "5 more rows with fewer games are left out.",
            ],
            answer.Notes.AsEnumerable());
        Assert.Equal((AnswerMaker.MostRows, "#101"), (answer.Rows.Length, answer.Rows[0].Key.Unit));
    }

    [Fact]
    public async Task What_was_played_long_after_the_calendars_last_patch_may_be_of_a_later_one()
    {
        _rows.Store.Coverage.AddRange(
            [new(New, 18, 1100, 1, new(2026, 10, 6), null, 1000, 1), new(New, 18, 1100, 1, new(2026, 10, 7), null, 1234, 1), new(Old, 18, 1100, 1, new(2026, 10, 7), null, 5, 1)]);
        Assert.Equal(
            ["1,234 matches may be of a later patch than 18.2b: the calendar of patches ends with it, and they were played more than three weeks after it began."],
            (await AnswerAsync(new TftQuestion { Patches = ["18.2b"] })).Notes.AsEnumerable());
        Assert.Empty((await AnswerAsync(new TftQuestion { Patches = ["18.1"] })).Notes);
    }

    private async Task StoreAsync(int matches, long rowsIn)
    {
        await using var db = _rows.CreateDbContext();
        db.AddRange(Enumerable.Range(0, matches).Select(number => new TftMatch { Id = $"EUW1_{rowsIn}{number:000}", Platform = "euw1", FetchedAt = _rows.Clock.GetUtcNow(), RowsIn = rowsIn }));
        await db.SaveChangesAsync();
    }

    private async Task<TftAnswer> AnswerAsync(TftQuestion question) =>
        Assert.IsType<TftReply.Answered>(await _explorer.AskAsync(question, CancellationToken.None)).Answer;
}
