using System.Collections.Immutable;
using System.Globalization;
using MnM.Benchmarks.Games;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics;

/// <summary>What every analytics store must do. A store's own tests derive from it.</summary>
public abstract class AnalyticsSuite
{
    private static readonly CancellationToken None = CancellationToken.None;

    private protected static readonly Patch First = new(18, 1);
    private protected static readonly Patch Second = new(18, 2);
    private protected static readonly Patch Third = new(18, 2, 1);

    /// <summary>Few units and items, so that every pair of filters leaves something; several patches, one that nobody knows, two sets.</summary>
    private static readonly ImmutableArray<FlatMatch> Matches = Make();

    /// <summary>The store of this test, as after a start of MnM: the first call finds it empty, each later one finds what was stored.</summary>
    private protected abstract Task<ITftAnalytics> OpenAsync();

    [StoreFact]
    public async Task Every_filter_alone_counts_as_by_hand_for_every_subject()
    {
        var store = await StoredAsync(Matches);
        foreach (var subject in Queries.Subjects)
        {
            await CompareAsync(store, new TftQuery { Subject = subject }, $"{subject}");
            foreach (var (name, set) in Queries.FiltersFor(Matches))
            {
                await CompareAsync(store, set(new TftQuery { Subject = subject }), $"{subject}, {name}");
            }
        }
    }

    [StoreFact]
    public async Task Every_pair_of_filters_counts_as_by_hand()
    {
        var store = await StoredAsync(Matches);
        var (filters, number) = (Queries.FiltersFor(Matches), 0);
        for (var one = 0; one < filters.Length; one++)
        {
            for (var other = one + 1; other < filters.Length; other++)
            {
                var subject = Queries.Subjects[number++ % Queries.Subjects.Length];
                await CompareAsync(store, filters[other].Set(filters[one].Set(new TftQuery { Subject = subject })), $"{subject}, {filters[one].Name}, {filters[other].Name}");
            }
        }
    }

    [StoreFact]
    public async Task A_board_counts_once_however_many_copies_it_has_and_filters_hold_for_one_and_the_same_copy()
    {
        var store = await StoredAsync(
        [
            Match("A_1", [Board(1, [Unit(7, star: 1, 1, 2), Unit(7, star: 3)]), Board(2, [Unit(7, star: 2, 2)]), Board(3, [Unit(8, star: 1)])]),
        ]);
        var units = await store.CountAsync(new TftQuery { Subject = TftSubject.Units }, None);
        Assert.Equal(new GroupSums(1, [1, 1, 1, 0, 0, 0, 0, 0], 9, 18, 36, 9, 9, 3, 9, 18, 18, 36) with { Places = units.Sample.Places }, units.Sample);
        Assert.Equal<long>([1L, 1, 1, 0, 0, 0, 0, 0], units.Sample.Places.AsEnumerable());
        var (seven, all) = units.Groups[new GroupKey(7, [])];
        Assert.Equal((1L, 4L, 6L, 9L, 4L, 4L, 2L), (seven.Matches, seven.NN, seven.NS, seven.SS, seven.NT, seven.TT, seven.NW));
        Assert.Equal((6L, 9L, 12L, 18L), (seven.NNBase, seven.SNBase, seven.NSBase, seven.SSBase));
        Assert.Equal(units.Sample.NN, all.NN);

        // The first board has a copy of three stars and one with items, and none with both.
        var strong = await store.CountAsync(new TftQuery { Subject = TftSubject.Units, MinStar = 2, With = [2] }, None);
        var (found, of) = Assert.Single(strong.Groups).Value;
        Assert.Equal<long>([0L, 1, 0, 0, 0, 0, 0, 0], found.Places.AsEnumerable());
        Assert.Equal<long>([1L, 1, 0, 0, 0, 0, 0, 0], of.Places.AsEnumerable());
        Assert.Equal<long>([1L, 1, 1, 0, 0, 0, 0, 0], strong.Sample.Places.AsEnumerable());
        var builds = await store.CountAsync(new TftQuery { Subject = TftSubject.Builds }, None);
        Assert.Equal([new GroupKey(7, [1, 2]), new GroupKey(7, [2])], builds.Groups.Keys.OrderBy(key => key.Items[0]));
        var bare = await store.CountAsync(new TftQuery { Subject = TftSubject.Builds, Exactly = [] }, None);
        Assert.Equal([new GroupKey(7, []), new GroupKey(8, [])], bare.Groups.Keys.OrderBy(key => key.Unit));
    }

    [StoreFact]
    public async Task What_items_do_is_held_against_the_same_unit_of_the_same_stars_and_what_stars_do_against_that_of_any()
    {
        var store = await StoredAsync(
        [
            Match("A_1", [Board(1, [Unit(7, star: 3, 1), Unit(7, star: 1)]), Board(2, [Unit(7, star: 3)]), Board(3, [Unit(7, star: 2, 1)]), Board(4, [Unit(7, star: 1)]), Board(5, [Unit(8, star: 3, 1)])]),
        ]);
        foreach (var (query, places) in ((TftQuery Query, long[] Places)[])
        [
            (new() { Subject = TftSubject.Items, Unit = 7, MinStar = 3 }, [1, 1, 0, 0, 0, 0, 0, 0]),
            (new() { Subject = TftSubject.Builds, Unit = 7, MinStar = 3 }, [1, 1, 0, 0, 0, 0, 0, 0]),
            (new() { Subject = TftSubject.Units, Unit = 7, MinStar = 3, With = [1] }, [1, 1, 0, 0, 0, 0, 0, 0]),
            (new() { Subject = TftSubject.Units, Unit = 7, MaxStar = 2, With = [1] }, [1, 0, 1, 1, 0, 0, 0, 0]),
            (new() { Subject = TftSubject.Units, Unit = 7, MinStar = 3 }, [1, 1, 1, 1, 0, 0, 0, 0]),
            (new() { Subject = TftSubject.Items, MinStar = 3 }, [1, 1, 1, 1, 1, 0, 0, 0]),
        ])
        {
            var (_, held) = Assert.Single((await store.CountAsync(query, None)).Groups).Value;
            Assert.Equal<long>(places, held.Places.AsEnumerable());
        }
    }

    [StoreFact]
    public async Task Stars_with_every_other_filter_count_as_by_hand_for_every_subject()
    {
        var store = await StoredAsync(Matches);
        foreach (var subject in Queries.Subjects)
        {
            foreach (var (name, set) in Queries.FiltersFor(Matches))
            {
                var query = set(new TftQuery { Subject = subject });
                await CompareAsync(store, query with { MinStar = 2 }, $"{subject}, least star, {name}");
                await CompareAsync(store, query with { Unit = query.Unit ?? 1, MinStar = 2, MaxStar = 2 }, $"{subject}, a unit of two stars, {name}");
            }
        }
    }

    [StoreFact]
    public async Task A_store_without_matches_counts_nothing()
    {
        var store = await OpenAsync();
        Assert.NotEqual(0, await store.OpenAsync(None));
        foreach (var subject in Queries.Subjects)
        {
            var sums = await store.CountAsync(new TftQuery { Subject = subject, MinLevel = subject == TftSubject.Units ? null : 1 }, None);
            Assert.Equal((0L, 0L, 0), (sums.Sample.Matches, sums.Sample.NN, sums.Groups.Count));
            Assert.Equal(8, sums.Sample.Places.Length);
        }

        Assert.Empty(await store.ReadCoverageAsync(None));
        await store.StoreAsync([], None);
        await store.DropAsync(First, None);
        Assert.Empty(await store.ReadCoverageAsync(None));
    }

    [StoreFact]
    public async Task What_is_stored_again_is_there_once()
    {
        var store = await OpenAsync();
        await store.OpenAsync(None);
        await store.StoreAsync([.. Matches[..30], .. Matches[..5]], None);
        await store.StoreAsync(Matches[20..45], None);
        store = await OpenAsync();
        await store.OpenAsync(None);
        await store.StoreAsync(Matches[10..], None);
        await store.StoreAsync(Matches, None);
        await CompareAllAsync(store, Matches);
    }

    [StoreFact]
    public async Task A_match_that_is_there_stays_as_it_is()
    {
        var store = await StoredAsync([Match("A_1", [Board(1, [Unit(7, star: 1)]), Board(2, [])])]);
        await store.StoreAsync([Match("A_1", [Board(1, [Unit(9, star: 1)]), Board(2, [])]), Match("A_2", [Board(3, [Unit(9, star: 2)]), Board(4, [])])], None);
        var units = await store.CountAsync(new TftQuery { Subject = TftSubject.Units }, None);
        Assert.Equal([7, 9], units.Groups.Keys.Select(key => key.Unit).Order());
        Assert.Equal(2, units.Sample.Matches);
    }

    [StoreFact]
    public async Task A_restart_keeps_the_rows_and_their_generation()
    {
        var store = await StoredAsync(Matches);
        var generation = await store.OpenAsync(None);
        var again = await OpenAsync();
        Assert.Equal(generation, await again.OpenAsync(None));
        await CompareAllAsync(again, Matches);
    }

    [StoreFact]
    public async Task After_everything_was_thrown_away_another_generation_begins_empty()
    {
        var store = await StoredAsync(Matches);
        var generation = await store.OpenAsync(None);
        await store.ClearAsync(None);
        Assert.DoesNotContain(await store.OpenAsync(None), (long[])[0, generation]);
        await CompareAllAsync(store, []);
        await store.StoreAsync(Matches[..30], None);
        await CompareAllAsync(store, Matches[..30]);
    }

    [StoreFact]
    public async Task A_patch_that_was_dropped_takes_no_other_with_it_and_a_late_match_of_it_neither()
    {
        var store = await StoredAsync(Matches);
        var generation = await store.OpenAsync(None);
        await store.DropAsync(First, None);
        ImmutableArray<FlatMatch> rest = [.. Matches.Where(match => match.Patch != First)];
        await CompareAllAsync(store, rest);
        Assert.Equal(generation, await store.OpenAsync(None));
        var late = Match("LATE_1", [Board(1, [Unit(1, star: 1)]), Board(2, [Unit(2, star: 1)])]);
        await store.StoreAsync([late], None);
        await CompareAllAsync(store, [.. rest, late]);
    }

    [StoreFact]
    public async Task Coverage_has_each_match_once()
    {
        var store = await StoredAsync(Matches);
        var coverage = await store.ReadCoverageAsync(None);
        var expected = Matches.GroupBy(match => (
            match.Patch, match.Set, match.Queue, match.Platform, Day: DateOnly.FromDateTime(match.EndedAt.UtcDateTime), Tier: match.Boards.Max(board => board.Standing?.Tier)));
        Assert.Equal(
            expected.Select(kind => new TftCoverage(
                kind.Key.Patch, kind.Key.Set, kind.Key.Queue, kind.Key.Platform, kind.Key.Day, kind.Key.Tier, kind.Count(), kind.Sum(match => match.Boards.Sum(board => board.Units.Length)))
            {
                LadderBoards = kind.Sum(match => match.Boards.Count(board => board.Standing is not null)),
                OldLadderBoards = kind.Sum(match => match.Boards.Count(board => board.Standing is { Age.TotalSeconds: >= 86_401 })),
            }).ToHashSet(),
            coverage.ToHashSet());
        Assert.All(new[] { coverage.Sum(kind => kind.OldLadderBoards), coverage.Sum(kind => kind.LadderBoards - kind.OldLadderBoards) }, count => Assert.NotEqual(0, count));
        Assert.Equal(Matches.Length, coverage.Sum(kind => kind.Matches));
    }

    [StoreFact]
    public async Task Of_very_many_builds_those_with_the_most_games_are_told_and_of_equal_ones_the_first_by_their_codes()
    {
        // Eight boards of nine units each, and no build twice; then one match more with the last of them.
        const int Surplus = 80;
        var builds = Enumerable.Range(0, TftSums.MostGroups + Surplus).Select(number => Unit(1 + (number / 5000), star: 1, 1 + (number % 5000 / 100), 200 + (number % 100))).ToArray();
        ImmutableArray<FlatMatch> matches =
        [
            .. builds.Chunk(72).Select((units, number) => Match($"A_{number}", [.. units.Chunk(9).Select((of, place) => Board(place + 1, [.. of]))])),
            Match("B_1000", [Board(1, [builds[^1], builds[^1]]), Board(2, [builds[^2]])]),
        ];
        var store = await StoredAsync(matches);
        foreach (var query in (TftQuery[])[new() { Subject = TftSubject.Builds }, new() { Subject = TftSubject.Builds, MinLevel = 1 }])
        {
            var sums = await store.CountAsync(query, None);
            Assert.Equal((TftSums.MostGroups, Surplus), (sums.Groups.Count, sums.LeftOut));
            var told = builds.Select(build => sums.Groups.ContainsKey(new GroupKey(build.Unit, build.Items))).ToArray();
            Assert.Equal(TftSums.MostGroups - 2, Array.IndexOf(told, false));
            Assert.Equal([true, true], told[^2..]);
            Assert.Equal(2, sums.Groups[new GroupKey(builds[^1].Unit, builds[^1].Items)].Sums.Games());
        }
    }

    private protected static async Task CompareAllAsync(ITftAnalytics store, IReadOnlyCollection<FlatMatch> matches)
    {
        foreach (var subject in Queries.Subjects)
        {
            await CompareAsync(store, new TftQuery { Subject = subject }, matches, $"{subject}");
            await CompareAsync(store, new TftQuery { Subject = subject, MinLevel = 1 }, matches, $"{subject} of rows");
        }

        Assert.Equal(matches.Count, (await store.ReadCoverageAsync(None)).Sum(kind => kind.Matches));
    }

    private protected static FlatMatch Match(string id, ImmutableArray<FlatBoard> boards) =>
        new(id, 1_000_000 + long.Parse(id.Split('_')[1], CultureInfo.InvariantCulture), 1, new(2026, 9, 3, 0, 0, 0, TimeSpan.Zero), First, 18, 1100, boards);

    private protected static FlatBoard Board(int placement, ImmutableArray<FlatUnit> units) => new(placement, 8, 30, 0, null, units, [], default);

    private protected static FlatUnit Unit(int unit, int star, params ImmutableArray<int> items) => new(unit, star, 0, items);

    private static Task CompareAsync(ITftAnalytics store, TftQuery query, string of) => CompareAsync(store, query, Matches, of);

    private static async Task CompareAsync(ITftAnalytics store, TftQuery query, IReadOnlyCollection<FlatMatch> matches, string of) =>
        SumsAssert.Equal(NaiveCount.Of(query, matches), await store.CountAsync(query, None), of);

    private static ImmutableArray<FlatMatch> Make()
    {
        var generator = new FlatMatchGenerator(seed: 9, units: 9, items: 6, traits: 6);
        return
        [
            .. generator.Make(30, First),
            .. generator.Make(12, Second),
            .. generator.Make(9, Third),
            .. generator.Make(6, Patch.Unknown),
            .. generator.Make(9, new Patch(16, 10), set: 17),
        ];
    }

    private async Task<ITftAnalytics> StoredAsync(IReadOnlyCollection<FlatMatch> matches)
    {
        var store = await OpenAsync();
        await store.OpenAsync(None);
        await store.StoreAsync(matches, None);
        return store;
    }
}
