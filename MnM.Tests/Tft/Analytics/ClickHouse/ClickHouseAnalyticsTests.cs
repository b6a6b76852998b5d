using System.Collections.Immutable;
using MnM.Benchmarks.Games;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>The store of who has set up ClickHouse, on a real server.</summary>
[Collection(ClickHouseTests.Name)]
[NeedsClickHouse]
public sealed class ClickHouseAnalyticsTests(ClickHouseFixture fixture) : AnalyticsSuite, IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private ClickHouseRun? _run;

    public ValueTask DisposeAsync() => _run?.DisposeAsync() ?? ValueTask.CompletedTask;

    [ClickHouseFact]
    public async Task An_emptied_server_begins_another_generation()
    {
        var store = await OpenAsync();
        var generation = await store.OpenAsync(None);
        await store.StoreAsync(Few(10), None);
        await fixture.Server.AskAsync($"DROP TABLE {Table(generation)}", None);
        await Assert.ThrowsAsync<TftAnalyticsException>(() => store.CountAsync(new TftQuery { Subject = TftSubject.Units }, None));
        Assert.NotEqual(generation, await store.OpenAsync(None));
        await store.StoreAsync(Few(10), None);
        await CompareAllAsync(store, Few(10));
    }

    [ClickHouseFact]
    public async Task Another_server_begins_another_generation_and_the_way_back_too()
    {
        var store = await OpenAsync();
        var first = await store.OpenAsync(None);
        await store.StoreAsync(Few(10), None);
        var home = _run!.Address;
        _run.Address = await fixture.Server.AddDatabaseAsync(None);
        var second = await (await OpenAsync()).OpenAsync(None);
        _run.Address = home;
        store = await OpenAsync();
        var third = await store.OpenAsync(None);
        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());

        // What was there first may be of an older calendar.
        Assert.Equal("0", await fixture.Server.AskAsync($"EXISTS TABLE {Table(first)}", None));
        await CompareAllAsync(store, []);
    }

    [ClickHouseFact]
    public async Task Two_databases_of_MnM_on_one_server_do_not_meet()
    {
        var store = await OpenAsync();
        await store.StoreAsync(Few(10), None);
        await using var other = new ClickHouseRun(_run!.Address);
        var stranger = await other.OpenAsync();
        await stranger.StoreAsync(Few(4), None);
        await CompareAllAsync(store, Few(10));
        await CompareAllAsync(stranger, Few(4));
    }

    [ClickHouseFact]
    public async Task A_clear_that_is_cut_off_loses_no_rows_unseen()
    {
        var store = await OpenAsync();
        var generation = await store.OpenAsync(None);
        await store.StoreAsync(Few(10), None);
        _run!.Faults.Concerns = _ => true;
        _run.Faults.Treatment = (_, _) => throw new HttpRequestException("killed");
        await Assert.ThrowsAsync<TftAnalyticsException>(() => store.ClearAsync(None));
        var again = await OpenAsync();
        Assert.NotEqual(generation, await again.OpenAsync(None));
        await CompareAllAsync(again, []);
    }

    [ClickHouseFact]
    public async Task Numbers_larger_than_any_seen_are_stored_as_they_are_or_cut_where_nothing_depends_on_them()
    {
        var store = await OpenAsync();
        var odd = Match("BIG_8999999999", [Board(1, [Unit(65_535, star: 4, [65_535]), Unit(1, star: 99)]), Board(8, [])]) with { Set = 999, Queue = 6_130, GameId = 8_999_999_999 };
        odd = odd with { Boards = [odd.Boards[0] with { GoldLeft = int.MaxValue, LastRound = int.MaxValue }, odd.Boards[1]] };
        await store.StoreAsync([odd], None);
        await CompareAllAsync(store, [odd]);
    }

    private protected override async Task<ITftAnalytics> OpenAsync() => await (_run ??= await ClickHouseRun.CreateAsync(fixture.Server)).OpenAsync();

    private static ImmutableArray<FlatMatch> Few(int count) => [.. new FlatMatchGenerator(seed: 3).Make(count, First)];

    private string Table(long generation) => $"{_run!.Address.AbsolutePath.Trim('/')}.mnm_tft_matches_{generation}";
}
