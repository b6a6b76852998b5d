using Microsoft.EntityFrameworkCore;
using MnM.Collector.Sharing;
using MnM.Simulator;

namespace MnM.Tests.Sharing;

public sealed class DeviceStoreTests : IDisposable
{
    private readonly SharingDatabase _database = new();
    private readonly SimulatorClock _clock = new();
    private readonly DeviceStore _store;

    public DeviceStoreTests() => _store = new(_database, _clock);

    [Fact]
    public async Task A_device_is_known_by_its_token_until_it_is_revoked()
    {
        var token = await AddAsync("Phone");
        var device = await FindAsync(token);
        Assert.NotNull(device);
        Assert.False(device.IsOwner);

        Assert.True(await _store.RevokeAsync(device.Id, CancellationToken.None));

        Assert.Null(await FindAsync(token));
        Assert.Empty(await _store.ListAsync(CancellationToken.None));
        Assert.False(await _store.RevokeAsync(device.Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_database_holds_no_token()
    {
        var token = await AddAsync("Phone");
        await using var db = _database.CreateDbContext();
        var stored = await db.Devices.SingleAsync();
        Assert.Equal(32, stored.TokenHash.Length);
        Assert.Equal(DeviceToken.HashOf(token), stored.TokenHash);
        Assert.DoesNotContain(token, string.Join('|', stored.Name, Convert.ToBase64String(stored.TokenHash), stored.LastAddress), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("0000000000000000000000000000000000000000000")]
    [InlineData("' OR 1=1 --                                 ")]
    public async Task What_is_no_token_is_nobody_s(string? token)
    {
        await AddAsync("Phone");
        Assert.Null(await FindAsync(token));
    }

    [Fact]
    public async Task Two_devices_never_have_one_token() => Assert.NotEqual(await AddAsync("One"), await AddAsync("Two"));

    [Fact]
    public async Task A_visit_is_noted_to_the_minute_and_with_its_address()
    {
        var token = await AddAsync("Phone");
        var paired = _clock.GetUtcNow();
        _clock.Advance(30);
        await FindAsync(token);
        Assert.Equal(paired, (await OnlyAsync()).LastVisitAt);

        _clock.Advance(31);
        await FindAsync(token);
        Assert.Equal(_clock.GetUtcNow(), (await OnlyAsync()).LastVisitAt);

        // Also by a clock that was set back.
        _clock.SetWall(TimeSpan.FromDays(-1));
        _clock.Advance(60);
        await _store.FindAsync(token, "192.168.1.9", CancellationToken.None);
        Assert.Equal((_clock.GetUtcNow(), "192.168.1.9"), await LastVisitAsync());
    }

    [Fact]
    public async Task A_visit_is_noted_once_a_minute_from_however_many_addresses()
    {
        var token = await AddAsync("Phone");
        var before = await LastVisitAsync();
        _clock.Advance(59);
        await _store.FindAsync(token, "fd00::1", CancellationToken.None);
        await _store.FindAsync(token, "fd00::2", CancellationToken.None);
        Assert.Equal(before, await LastVisitAsync());

        _clock.Advance(1);
        await _store.FindAsync(token, "fd00::1", CancellationToken.None);
        await _store.FindAsync(token, "fd00::2", CancellationToken.None);
        Assert.Equal((_clock.GetUtcNow(), "fd00::1"), await LastVisitAsync());
    }

    [Fact]
    public async Task A_visit_that_cannot_be_noted_keeps_nobody_out_and_is_not_tried_again_at_once()
    {
        var token = await AddAsync("Phone");
        var before = await LastVisitAsync();
        _clock.Advance(60);
        await using var db = _database.CreateDbContext();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON devices BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
        Assert.NotNull(await FindAsync(token));

        await db.Database.ExecuteSqlAsync($"DROP TRIGGER full");
        await FindAsync(token);
        Assert.Equal(before, await LastVisitAsync());

        _clock.Advance(60);
        await FindAsync(token);
        Assert.Equal((_clock.GetUtcNow(), "192.168.1.4"), await LastVisitAsync());
    }

    [Theory]
    [InlineData("  Mika’s phone ", "Mika’s phone")]
    [InlineData("", "A device")]
    [InlineData("\u202e\u200f\u0007\n", "A device")]
    [InlineData("a\u202eb\r\nc", "abc")]
    [InlineData("<script>", "<script>")]
    [InlineData("0123456789012345678901234567890123456789more", "0123456789012345678901234567890123456789")]
    public async Task A_name_stands_in_one_line(string given, string kept)
    {
        await AddAsync(given);
        Assert.Equal(kept, (await OnlyAsync()).Name);
    }

    public void Dispose() => _database.Dispose();

    private Task<string> AddAsync(string name) => _store.AddAsync(name, isOwner: false, "192.168.1.4", before: null, CancellationToken.None);

    private Task<KnownDevice?> FindAsync(string? token) => _store.FindAsync(token, "192.168.1.4", CancellationToken.None);

    private async Task<(DateTimeOffset? At, string? Address)> LastVisitAsync()
    {
        var device = await OnlyAsync();
        return (device.LastVisitAt, device.LastAddress);
    }

    private async Task<DeviceView> OnlyAsync() => Assert.Single(await _store.ListAsync(CancellationToken.None));
}
