using Microsoft.Data.Sqlite;
using MnM.Collector.Storage.Backups;

namespace MnM.Tests.Storage.Backups;

/// <summary>A database that its disk does not give out any more. A process's memory plays it: reading its first bytes is an I/O error.</summary>
public sealed class DamagedDiskTests
{
    private const string Unreadable = "/proc/self/mem";

    [LinuxFact]
    public async Task Is_damaged_and_a_backup_takes_its_place()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.MakeAsync();
        BackupRun.Close();
        File.Delete(run.Database);
        File.CreateSymbolicLink(run.Database, Unreadable);

        Assert.Equal("its disk cannot read it", (await Assert.ThrowsAsync<DamagedDatabaseException>(run.BeginAsync)).Finding);
        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
        Assert.Equal(Unreadable, new FileInfo($"{run.Database}.damaged-20261123T021400Z").LinkTarget);
    }

    [LinuxFact]
    public async Task A_backup_there_is_passed_over()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.MakeAsync();
        File.CreateSymbolicLink(Path.Combine(run.Backups.Path, "mnm-20261123T031400Z-manual.db"), Unreadable);

        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
    }

    [Theory]
    [InlineData(10 | (1 << 8), true)]
    [InlineData(10 | (33 << 8), true)]
    [InlineData(10 | (3 << 8), false)]
    [InlineData(10 | (15 << 8), false)]
    [InlineData(5, false)]
    [InlineData(11 | (2 << 8), true)]
    public void What_passes_is_no_damage(int fault, bool isDamage) => Assert.Equal(isDamage, DatabaseFile.IsDamage(new SqliteException("", fault & 0xff, fault)));
}
