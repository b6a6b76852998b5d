using System.Net.Sockets;
using MnM.Collector.Storage.Backups;

namespace MnM.Tests.Storage.Backups;

/// <summary>Which backup is taken where none is chosen.</summary>
public sealed class LatestBackupTests
{
    [Fact]
    public async Task The_newest_backup_that_is_whole_is_the_latest()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("first");
        await run.MakeAsync();
        run.Clock.Advance(TimeSpan.FromDays(1));
        await run.WriteAsync("second");
        BackupRun.Damage(run.PathOf(await run.MakeAsync()));

        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        await run.BeginAsync();

        Assert.Equal(["first"], await run.NotesAsync());
    }

    [Fact]
    public async Task The_latest_is_not_one_whose_index_has_other_values_than_its_table()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("first");
        await run.MakeAsync();
        run.Clock.Advance(TimeSpan.FromDays(1));
        await run.WriteAsync("second");
        var newer = await run.MakeAsync();
        BackupRun.Close();
        var bytes = await File.ReadAllBytesAsync(run.PathOf(newer));
        bytes[bytes.AsSpan().LastIndexOf("second"u8)] = (byte)'z';
        await File.WriteAllBytesAsync(run.PathOf(newer), bytes);

        Assert.Contains($"{newer.Name} is damaged: ", await run.StageAsync(newer), StringComparison.Ordinal);
        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        await run.BeginAsync();

        Assert.Equal(["first"], await run.NotesAsync());
    }

    [LinuxFact]
    public async Task The_latest_is_not_one_that_cannot_be_opened()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.MakeAsync();
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(run.Backups.Path, "mnm-20261124T021400Z-manual.db")));

        Assert.Contains("mnm-20261124T021400Z-manual.db cannot be read: ", await run.StageAsync(run.Backups.List()[0]), StringComparison.Ordinal);
        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
    }

    [Fact]
    public async Task The_latest_is_what_somebody_turned_away_from_only_where_nothing_else_is_whole()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("wanted");
        var wanted = await run.MakeAsync();
        await run.WriteAsync("unwanted");
        await run.StageAsync(wanted);
        run.Clock.Advance(TimeSpan.FromDays(1));
        await run.BeginAsync();

        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        Assert.Equal(["wanted"], await run.NotesAsync($"{run.Database}.restore"));

        BackupRun.Close();
        run.Backups.Delete(wanted.Name);
        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        Assert.Equal(["wanted", "unwanted"], await run.NotesAsync($"{run.Database}.restore"));
    }

    [Fact]
    public async Task A_full_disk_does_not_lead_to_an_older_backup()
    {
        using var run = await BackupRun.StartAsync();
        await run.MakeAsync();
        run.Clock.Advance(TimeSpan.FromDays(1));
        await run.MakeAsync();
        var asked = 0;
        run.FreeBytes = _ => asked++ == 0 ? 0 : null;

        Assert.Equal("No copy could be made: the disk would be full.", await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        Assert.Equal(1, asked);
    }
}
