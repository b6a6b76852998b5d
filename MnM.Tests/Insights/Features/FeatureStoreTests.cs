using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.Features;

namespace MnM.Tests.Insights.Features;

/// <summary>The rows that are derived from stored timelines.</summary>
public sealed class FeatureStoreTests : IAsyncLifetime
{
    private InsightWorld _world = null!;

    public async Task InitializeAsync() => _world = await InsightWorld.StartAsync();

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Each_timeline_gets_its_row_once_the_newest_first_and_few_at_a_time()
    {
        for (var number = 1; number <= 5; number++)
        {
            await _world.StoreTimelineAsync(await _world.StoreMatchAsync(number, TimeSpan.FromDays(number)));
        }

        Assert.Equal(2, await DeriveAsync(2));
        Assert.Equal(["EUW1_1", "EUW1_2"], (await RowsAsync()).Select(row => row.MatchId));
        Assert.Equal(3, await DeriveAsync(10));
        Assert.Equal(0, await DeriveAsync(10));
        var rows = await RowsAsync();
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.Equal((null, MatchFeatures.CurrentVersion, row.Moments), (row.Reason, row.Version, PackedStates.TryUnpack(row.States!)!.Value.Length)));
        Assert.Equal(5, await _world.Get<FeatureStore>().CountUsableAsync(CancellationToken.None));
        var learnt = await _world.Get<FeatureStore>().ReadUsableAsync(3, CancellationToken.None);
        Assert.Equal(["EUW1_1", "EUW1_2", "EUW1_3"], learnt.Select(match => match.MatchId));
        Assert.All(learnt, match => Assert.All(match.States, state => Assert.Equal(0, state.At % 60)));
    }

    [Fact]
    public async Task What_cannot_be_learnt_from_has_a_row_with_the_reason()
    {
        await _world.StoreTimelineAsync(await _world.StoreMatchAsync(1, TimeSpan.FromDays(1), match => (match.Mode, match.MapId, match.QueueId) = ("ARAM", 12, 450)));
        await _world.StoreTimelineAsync(await _world.StoreMatchAsync(2, TimeSpan.FromDays(1)), [1, 2, 3]);
        Assert.Equal(2, await DeriveAsync(10));
        Assert.Equal(
            ["Only matches of five against five on Summoner’s Rift are explained; this one is ARAM.", "Its timeline does not tell of ten people, or cannot be read."], (await RowsAsync()).Select(row => row.Reason));
        Assert.Equal(0, await _world.Get<FeatureStore>().CountUsableAsync(CancellationToken.None));
        Assert.Equal(0, await DeriveAsync(10));
    }

    [Fact]
    public async Task Rows_of_another_version_are_derived_anew()
    {
        await _world.StoreTimelineAsync(await _world.StoreMatchAsync(1, TimeSpan.FromDays(1)));
        await DeriveAsync(10);
        await using (var db = await _world.OpenAsync())
        {
            await db.MatchFeatures.ExecuteUpdateAsync(row => row.SetProperty(features => features.Version, 0).SetProperty(features => features.States, new byte[] { 9 }));
        }

        Assert.Equal(0, await _world.Get<FeatureStore>().CountUsableAsync(CancellationToken.None));
        Assert.Equal(1, await DeriveAsync(10));
        Assert.True((await RowsAsync()).Single() is { Version: MatchFeatures.CurrentVersion, States.Length: > 100 });
    }

    [Fact]
    public async Task A_row_goes_with_its_match()
    {
        await _world.StoreTimelineAsync(await _world.StoreMatchAsync(1, TimeSpan.FromDays(1)));
        await DeriveAsync(10);
        await using var db = await _world.OpenAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM matches");
        Assert.Empty(await RowsAsync());
    }

    private Task<int> DeriveAsync(int most) => _world.Get<FeatureStore>().DeriveAsync(most, CancellationToken.None);

    private async Task<List<MatchFeatures>> RowsAsync()
    {
        await using var db = await _world.OpenAsync();
        return await db.MatchFeatures.AsNoTracking().OrderBy(row => row.MatchId).ToListAsync();
    }
}
