using MnM.Collector.Sharing;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Sharing;

public sealed class SharingSwitchTests : IDisposable
{
    private readonly SharingDatabase _database = new();
    private readonly SimulatorClock _clock = new();

    [Fact]
    public async Task Sharing_is_off_until_somebody_decides_and_stays_as_decided()
    {
        var sharing = new SharingSwitch(_database, _database.Storage, _clock);
        await sharing.LoadAsync(isOn: false, CancellationToken.None);
        Assert.Equal(SharingState.Off, sharing.Current);

        await sharing.SaveAsync(new SharingChange(IsOn: true, ShowsCustomGames: true), CancellationToken.None);
        await sharing.SaveAsync(new SharingChange(IsOn: true, ShowsCustomGames: false), CancellationToken.None);

        var later = new SharingSwitch(_database, _database.Storage, _clock);
        await later.LoadAsync(isOn: false, CancellationToken.None);
        Assert.Equal(new SharingState(IsOn: true, ShowsCustomGames: false), later.Current);
    }

    [Fact]
    public async Task A_start_that_shares_decides_nothing_for_the_next()
    {
        var sharing = new SharingSwitch(_database, _database.Storage, _clock);
        await sharing.LoadAsync(isOn: true, CancellationToken.None);
        await sharing.SaveAsync(new SharingChange(ShowsCustomGames: true), CancellationToken.None);
        Assert.Equal(new SharingState(IsOn: true, ShowsCustomGames: true), sharing.Current);
        await sharing.LoadAsync(isOn: false, CancellationToken.None);
        Assert.Equal(new SharingState(IsOn: false, ShowsCustomGames: true), sharing.Current);
    }

    [Fact]
    public async Task What_was_decided_here_is_not_taken_for_another_MnM_s()
    {
        ManualClock clock = new();
        clock.Advance(TimeSpan.FromTicks(12_345_678));
        var sharing = new SharingSwitch(_database, _database.Storage, clock);
        await sharing.LoadAsync(isOn: true, CancellationToken.None);
        await sharing.SaveAsync(new SharingChange(ShowsCustomGames: true), CancellationToken.None);

        Assert.False(await sharing.FollowAsync(CancellationToken.None));
        Assert.Equal(new SharingState(IsOn: true, ShowsCustomGames: true), sharing.Current);
    }

    [Fact]
    public async Task What_another_MnM_switched_off_stays_off_when_something_else_is_decided_here()
    {
        var (here, elsewhere) = (new SharingSwitch(_database, _database.Storage, _clock), new SharingSwitch(_database, _database.Storage, _clock));
        await here.SaveAsync(new SharingChange(IsOn: true), CancellationToken.None);
        _clock.Advance(1);
        await elsewhere.SaveAsync(new SharingChange(IsOn: false), CancellationToken.None);

        await here.SaveAsync(new SharingChange(ShowsCustomGames: true), CancellationToken.None);

        Assert.Equal(new SharingState(IsOn: false, ShowsCustomGames: true), here.Current);
    }

    public void Dispose() => _database.Dispose();
}
