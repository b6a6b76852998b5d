using System.Collections.Immutable;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics;

/// <summary>Questions as the explorer understands and answers them, over a store that says what the test has it say.</summary>
public sealed class TftExplorerTests : IAsyncLifetime, IDisposable
{
    private static readonly Patch Old = new(18, 1);
    private static readonly Patch New = new(18, 2, 1);
    private static readonly int[] All = [1, 2, 3, 4, 5, 6, 7, 8];
    private readonly StoredRows _rows = new();
    private readonly NameBook _names;
    private readonly TftExplorer _explorer;
    private int _jinx;
    private int _ahri;
    private int _blade;
    private int _star;
    private int _euw;
    private int _kr;

    public TftExplorerTests()
    {
        _names = new NameBook(_rows);
        _explorer = new TftExplorer(_rows.Store, _rows.Coverage, _names, new PatchCalendar(_rows), _rows.Answers, _rows.Clock);
    }

    public async Task InitializeAsync()
    {
        (_jinx, _ahri, _blade) = (await CodeAsync(NameKind.Unit, "TFT17_Jinx"), await CodeAsync(NameKind.Unit, "TFT17_Ahri"), await CodeAsync(NameKind.Item, "TFT_Item_Blade"));
        (_star, _euw, _kr) = (await CodeAsync(NameKind.Trait, "TFT17_Star"), await CodeAsync(NameKind.Platform, "euw1"), await CodeAsync(NameKind.Platform, "kr"));
        _rows.Store.Coverage.AddRange(
        [
            new(Old, 18, 1100, _euw, new(2026, 9, 1), TftTier.Challenger, 40, 4000), new(New, 18, 1100, _euw, new(2026, 9, 20), TftTier.Master, 30, 3000),
            new(New, 18, 1160, _kr, new(2026, 9, 21), null, 7, 700), new(new(15, 9), 14, 1100, _euw, new(2025, 5, 1), null, 2, 200), new(new(15, 10), 14, 1100, _euw, new(2025, 5, 20), null, 3, 300),
        ]);
        var jinx = Enumerable.Range(0, 120).Select(match => (match % 3 == 0 ? (int[])[1, 2] : [], All)).ToList();
        var ahri = Enumerable.Range(0, 120).Select(match => (match == 0 ? (int[])[8] : [], All)).ToList();
        var whole = Sum.Of(Enumerable.Repeat(All, 120));
        _rows.Store.Sums = new TftSums(whole, new Dictionary<GroupKey, (GroupSums, GroupSums)>
        {
            [new GroupKey(_ahri, [])] = (Sum.Of(ahri), whole),
            [new GroupKey(_jinx, [])] = (Sum.Of(jinx), whole),
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _names.Dispose();
        _rows.Dispose();
    }

    [Fact]
    public async Task An_answer_has_the_names_the_figures_and_when_they_were_counted()
    {
        var answer = await AnswerAsync(new TftQuestion { MinGames = 10 });
        Assert.Equal((120, 960, 4.5, false, _rows.Clock.GetUtcNow()), (answer.Matches, answer.Boards, answer.AveragePlacement.Value, answer.IsStale, answer.AsOf));
        Assert.Equal(["18.2b"], answer.Question.Patches.AsEnumerable());
        Assert.Equal([("TFT17_Jinx", 80, true), ("TFT17_Ahri", 1, false)], answer.Rows.Select(row => (row.Key.Unit!, row.Games, row.IsEnough)));
        var jinx = answer.Rows[0];
        Assert.Equal((1.5, 1, 0.5, 80 / 960.0), (jinx.AveragePlacement.Value, jinx.Top4.Value, jinx.Win.Value, jinx.Share.Value));
        Assert.Equal([40, 40, 0, 0, 0, 0, 0, 0], jinx.Places.AsEnumerable());
        Assert.Equal(((80 * 1.5) + (50 * 4.5)) / 130, jinx.ShrunkPlacement, 12);
        Assert.True(jinx.Delta!.Value.High < 0);
    }

    [Fact]
    public async Task A_question_becomes_numbers_sorted_and_complete()
    {
        await AnswerAsync(new TftQuestion
        {
            Subject = TftSubject.Items,
            Patches = ["18.2B", "18.1", "18.1"],
            Set = 18,
            From = new(2026, 9, 1),
            To = new(2026, 9, 2),
            Queues = [1160, 1100],
            Platforms = ["KR", "euw1"],
            Tiers = [TftTier.Challenger, TftTier.Master],
            MinPoints = 200,
            Unit = " TFT17_Jinx ",
            With = ["TFT_Item_Blade", "TFT_Item_Blade"],
            Trait = "TFT17_Star",
            MinLevel = 8,
        });
        var query = Assert.Single(_rows.Store.Queries);
        Assert.Equal(TftSubject.Items, query.Subject);
        Assert.Equal([Old.Code, New.Code], query.Patches.AsEnumerable());
        Assert.Equal((1788220800, 1788220800 + (2 * 86400)), (query.From, query.Before));
        Assert.Equal([1100, 1160], query.Queues.AsEnumerable());
        Assert.Equal([_euw, _kr], query.Platforms.AsEnumerable());
        Assert.Equal([TftTier.Master, TftTier.Challenger], query.Tiers.AsEnumerable());
        Assert.Equal((18, 200, _jinx, _star, 1, 8), (query.Set, query.MinPoints, query.Unit, query.Trait, query.MinTraitTier, query.MinLevel));
        Assert.Equal([_blade, _blade], query.With.AsEnumerable());
        Assert.Null(query.Exactly);
    }

    [Theory]
    [InlineData(1100, null, "18.2b")]
    [InlineData(1160, null, "18.2b")]
    [InlineData(1100, "kr", null)]
    public async Task Where_no_patch_is_asked_for_it_is_the_latest_that_has_such_matches(int queue, string? platform, string? patch)
    {
        await AnswerAsync(new TftQuestion { Queues = [queue], Platforms = platform is null ? [] : [platform] });
        Assert.Equal(patch is null ? Array.Empty<int>() : [Patch.Find(patch)!.Value.Code], _rows.Store.Queries[^1].Patches.AsEnumerable());
    }

    [Fact]
    public async Task A_set_or_days_choose_their_own_patches_and_10_comes_after_9()
    {
        await AnswerAsync(new TftQuestion { Set = 14 });
        Assert.Empty(_rows.Store.Queries[^1].Patches);
        await AnswerAsync(new TftQuestion { To = new(2025, 12, 1) });
        Assert.Empty(_rows.Store.Queries[^1].Patches);

        _rows.Store.Coverage.RemoveAll(row => row.Set == 18);
        _rows.Clock.Advance(60);
        Assert.Equal(["15.10"], (await AnswerAsync(new TftQuestion())).Question.Patches.AsEnumerable());
    }

    [Fact]
    public async Task Only_ladder_players_without_a_tier_are_those_of_all_three_and_no_items_are_exactly_none()
    {
        await AnswerAsync(new TftQuestion { LadderPlayersOnly = true, ItemCount = 0 });
        var query = _rows.Store.Queries[^1];
        Assert.Equal([TftTier.Master, TftTier.Grandmaster, TftTier.Challenger], query.Tiers.AsEnumerable());
        Assert.Equal((0, null), (query.Exactly!.Value.Length, query.ItemCount));
    }

    [Fact]
    public async Task Equal_questions_are_counted_once_however_they_are_written()
    {
        TftQuestion[] same =
        [
            new() { Patches = ["18.1", "18.2b"], Tiers = [TftTier.Master, TftTier.Challenger], Platforms = ["kr", "euw1"] },
            new() { Patches = ["18.2B", "18.1", "18.1"], Tiers = [TftTier.Challenger, TftTier.Master], Platforms = ["EUW1", "KR"], Queues = [1100, 1100] },
        ];
        foreach (var question in same)
        {
            await AnswerAsync(question);
        }

        Assert.Single(_rows.Store.Queries);
        TftQuestion[] others =
        [
            same[0] with { MinGames = 7 }, same[0] with { Exactly = [] }, same[0] with { With = ["TFT_Item_Blade"] }, same[0] with { Without = ["TFT_Item_Blade"] }, same[0] with { MinStar = 2 },
            same[0] with { MaxStar = 2 }, same[0] with { MinLevel = 2 }, same[0] with { MaxLevel = 2 }, same[0] with { LadderPlayersOnly = true }, same[0] with { MinPoints = 2 },
            same[0] with { Set = 18 }, same[0] with { Subject = TftSubject.Traits }, same[0] with { Unit = "TFT17_Jinx" }, same[0] with { Trait = "TFT17_Star" }, same[0] with { ItemCount = 2 },
            same[0] with { Trait = "TFT17_Star", MinTraitTier = 2 }, same[0] with { From = new(2026, 9, 1) }, same[0] with { To = new(2026, 9, 1) }, same[0] with { Queues = [1160] },
        ];
        foreach (var question in others)
        {
            await AnswerAsync(question);
        }

        Assert.Equal(1 + others.Length, _rows.Store.Queries.Count);
    }

    [Fact]
    public async Task What_no_match_has_brought_is_refused_by_its_field()
    {
        var refused = Assert.IsType<TftReply.Refused>(await _explorer.AskAsync(
            new TftQuestion { Unit = "TFT17_jinx", With = ["Nothing"], Trait = "TFT17_Moon", Platforms = ["xx9"] }, CancellationToken.None));
        Assert.Equal(["Platforms", "Unit", "With", "Trait"], refused.Faults.Select(fault => fault.Field));
        Assert.Equal("No stored match has the unit \"TFT17_jinx\".", refused.Faults[1].Why);
        Assert.Empty(_rows.Store.Queries);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_before_anything_is_read()
    {
        _rows.Store.Fault = "away";
        Assert.IsType<TftReply.Refused>(await _explorer.AskAsync(new TftQuestion { MinPoints = 500 }, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_stored_nothing_that_fits_and_a_store_that_is_away_are_told_apart()
    {
        _rows.Store.Sums = new TftSums(Sum.None, ImmutableDictionary<GroupKey, (GroupSums, GroupSums)>.Empty);
        Assert.Contains("18.9", Assert.IsType<TftReply.Empty>(await _explorer.AskAsync(new TftQuestion { Patches = ["18.9"] }, CancellationToken.None)).Why, StringComparison.Ordinal);

        _rows.Clock.Advance(60);
        _rows.Store.Fault = "The store is away.";
        Assert.Equal(new TftReply.Failed("The store is away."), await _explorer.AskAsync(new TftQuestion(), CancellationToken.None));

        // What could be chosen can be chosen still: answers that are kept are shown.
        Assert.NotEmpty((await _explorer.ReadChoicesAsync(CancellationToken.None)).Patches);

        _rows.Store.Fault = null;
        _rows.Store.Coverage.Clear();
        Assert.Contains("the crawler brings them", Assert.IsType<TftReply.Empty>(await _explorer.AskAsync(new TftQuestion(), CancellationToken.None)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_have_what_their_subject_has()
    {
        var sums = (Sum.Of([[1]]), Sum.Of([All]));
        _rows.Store.Sums = new TftSums(sums.Item2, new Dictionary<GroupKey, (GroupSums, GroupSums)>
        {
            [new GroupKey(_jinx, [_blade, _blade])] = sums,
            [new GroupKey(0, [], _star, 0, 3)] = sums,
            [new GroupKey(_ahri, [], _star, _star)] = sums,
        });
        Assert.Equal(
            ["||TFT17_Star|3", "TFT17_Jinx|TFT_Item_Blade,TFT_Item_Blade||", "TFT17_Ahri||TFT17_Star,TFT17_Star|"],
            (await AnswerAsync(new TftQuestion())).Rows.Select(row => $"{row.Key.Unit}|{string.Join(',', row.Key.Items)}|{string.Join(',', row.Key.Traits)}|{row.Key.TraitTier}"));
    }

    [Fact]
    public async Task What_can_be_chosen_is_what_the_matches_have()
    {
        var choices = await _explorer.ReadChoicesAsync(CancellationToken.None);
        Assert.Equal(["18.2b", "18.1", "15.10", "15.9"], choices.Patches.Select(patch => patch.Patch));
        Assert.Equal(new TftPatchChoice("18.2b", 18, 37, new(2026, 9, 20), new(2026, 9, 21)), choices.Patches[0]);
        Assert.Equal([18, 14], choices.Sets.AsEnumerable());
        Assert.Equal([(1100, 30), (1160, 7)], choices.Queues.AsEnumerable());
        Assert.Equal([("euw1", 30), ("kr", 7)], choices.Platforms.AsEnumerable());
        Assert.Equal([(TftTier.Challenger, 0), (TftTier.Master, 30)], choices.Tiers.AsEnumerable());
        Assert.Equal(["TFT17_Ahri", "TFT17_Jinx"], choices.Units.AsEnumerable());
        Assert.Equal(("TFT_Item_Blade", "TFT17_Star"), (Assert.Single(choices.Items), Assert.Single(choices.Traits)));
    }

    [Fact]
    public async Task A_patch_in_which_an_old_set_came_back_is_one_choice()
    {
        _rows.Store.Coverage.Add(new(New, 4, 6120, _euw, new(2026, 9, 22), null, 5, 500));
        var choices = await _explorer.ReadChoicesAsync(CancellationToken.None);
        Assert.Equal(new TftPatchChoice("18.2b", 18, 42, new(2026, 9, 20), new(2026, 9, 22)), choices.Patches[0]);
        Assert.Equal(choices.Patches.Length, choices.Patches.Select(patch => patch.Patch).Distinct().Count());
    }

    private Task<int> CodeAsync(NameKind kind, string name) => _names.CodeOfAsync(kind, name, CancellationToken.None);

    private async Task<TftAnswer> AnswerAsync(TftQuestion question) =>
        Assert.IsType<TftReply.Answered>(await _explorer.AskAsync(question, CancellationToken.None)).Answer;
}
