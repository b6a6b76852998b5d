using Microsoft.Data.Sqlite;
using MnM.Collector.Storage.Backups;

namespace MnM.Tests.Storage.Backups;

public sealed class RestoreTests
{
    [Fact]
    public async Task A_restored_backup_takes_the_place_of_the_database_at_the_next_start_and_can_be_undone()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("old");
        var backup = await run.MakeAsync();
        await run.WriteAsync("new");

        Assert.Null(await run.StageAsync(backup));
        Assert.Equal(["old", "new"], await run.NotesAsync());
        run.Clock.Advance(TimeSpan.FromMinutes(1));
        await run.BeginAsync();

        Assert.Equal(["old"], await run.NotesAsync());
        Assert.Equal([(BackupKind.Replaced, "mnm-20261123T021500Z-replaced.db"), (BackupKind.Manual, backup.Name)], run.Backups.List().Select(one => (one.Kind, one.Name)));

        Assert.Null(await run.StageAsync(run.Backups.List()[0]));
        run.Clock.Advance(TimeSpan.FromMinutes(1));
        await run.BeginAsync();
        Assert.Equal(["old", "new"], await run.NotesAsync());
    }

    [Fact]
    public async Task What_was_derived_of_the_database_goes_with_it()
    {
        using var run = await BackupRun.StartAsync();
        var derived = Path.Combine(Path.GetDirectoryName(run.Database)!, "tft.db");
        await File.WriteAllTextAsync(derived, "rows");
        var backup = await run.MakeAsync();
        await run.BeginAsync();
        Assert.True(File.Exists(derived));

        Assert.Null(await run.StageAsync(backup));
        await run.BeginAsync();
        Assert.False(File.Exists(derived));
    }

    [Fact]
    public async Task What_was_derived_goes_before_the_restored_database_is_there()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.StageAsync(await run.MakeAsync());
        var inTheWay = Directory.CreateDirectory(Path.Combine(run.Folder.Path, "tft.db"));

        Assert.ThrowsAny<Exception>(run.Restore.Apply);
        Assert.False(File.Exists(run.Database));
        inTheWay.Delete();
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
    }

    [Fact]
    public async Task A_start_without_a_restore_changes_nothing()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("one");

        await run.BeginAsync();

        Assert.Equal(["one"], await run.NotesAsync());
        Assert.Empty(run.Backups.List());
    }

    [Fact]
    public async Task A_database_that_somebody_has_open_is_not_replaced_and_MnM_goes_on_with_it()
    {
        using var run = await BackupRun.StartAsync();
        var backup = await run.MakeAsync();
        await run.WriteAsync("new");
        await run.StageAsync(backup);
        await using (SqliteConnection other = new($"Data Source={run.Database};Pooling=false"))
        {
            await other.OpenAsync();
            await using var reading = other.CreateCommand();
            reading.CommandText = "SELECT * FROM note";
            await reading.ExecuteScalarAsync();

            await run.BeginAsync();
            Assert.Equal(["new"], await run.NotesAsync());
            Assert.Equal("The restore did not take place. The database is locked by another program. All is as it was.", run.Restore.Fault);
        }

        await run.BeginAsync();
        Assert.Equal(["new"], await run.NotesAsync());
    }

    [Fact]
    public async Task A_damaged_database_is_told_before_anything_works_with_it_and_left_as_it_is()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        BackupRun.Damage(run.Database);
        var bytes = await File.ReadAllBytesAsync(run.Database);

        var told = await Assert.ThrowsAsync<DamagedDatabaseException>(run.BeginAsync);

        Assert.Contains(run.Database, told.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(run.Database));
    }

    [Fact]
    public async Task Damage_far_from_what_a_start_reads_is_found_too()
    {
        using var run = await BackupRun.StartAsync();
        for (var n = 0; n < 100; n++)
        {
            await run.WriteAsync(new string((char)('a' + (n % 26)), 1500));
        }

        BackupRun.Close();
        await using (var file = File.Open(run.Database, FileMode.Open))
        {
            file.Position = file.Length - (20 * 4096);
            file.Write(new byte[20 * 4096]);
        }

        await Assert.ThrowsAsync<DamagedDatabaseException>(run.BeginAsync);
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_and_kept_beside()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.MakeAsync();
        BackupRun.Damage(run.Database);
        var bytes = await File.ReadAllBytesAsync(run.Database);

        Assert.Null(await run.Restore.StageAsync(DatabaseRestore.Latest, CancellationToken.None));
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync($"{run.Database}.damaged-20261123T021400Z"));
        Assert.Single(run.Backups.List());
    }

    [Fact]
    public async Task MnM_can_begin_with_an_empty_database_and_the_one_before_is_kept()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");

        Assert.Null(await run.Restore.StageNothingAsync(CancellationToken.None));
        await run.BeginAsync();

        await Assert.ThrowsAsync<SqliteException>(() => run.NotesAsync());
        Assert.Equal(["kept"], await run.NotesAsync(run.PathOf(run.Backups.List().Single())));
    }

    [Fact]
    public async Task A_kill_between_the_two_moves_is_made_good_by_the_next_start()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.StageAsync(await run.MakeAsync());
        BackupRun.Close();
        File.Delete(run.Database);

        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    public async Task What_a_lost_database_left_behind_is_not_put_into_the_restored_one(string helper)
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        var backup = await run.MakeAsync();
        await run.WriteAsync("lost");
        var left = await File.ReadAllBytesAsync(run.Database + "-wal");
        BackupRun.Close();
        File.Delete(run.Database);
        await File.WriteAllBytesAsync(run.Database + helper, left);

        Assert.Null(await run.StageAsync(backup));
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
        Assert.Equal(left, await File.ReadAllBytesAsync($"{run.Database}.damaged-20261123T021400Z{helper}"));
    }

    [Fact]
    public async Task A_damaged_database_is_moved_after_its_helpers_and_the_fault_is_told()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.StageAsync(await run.MakeAsync());
        BackupRun.Close();
        await File.WriteAllTextAsync(run.Database, new string('x', 5000));
        await File.WriteAllTextAsync(run.Database + "-shm", "helper");
        Directory.CreateDirectory($"{run.Database}.damaged-20261123T021400Z-shm");

        var told = await Assert.ThrowsAsync<DamagedDatabaseException>(run.BeginAsync);

        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(run.Database));
        Assert.StartsWith("The restore did not take place. ", told.CalledOff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_moved_has_its_helpers_back()
    {
        using var run = await BackupRun.StartAsync();
        await run.StageAsync(await run.MakeAsync());
        BackupRun.Close();
        await File.WriteAllTextAsync(run.Database, new string('x', 5000));
        await File.WriteAllTextAsync(run.Database + "-shm", "helper");
        Directory.CreateDirectory($"{run.Database}.damaged-20261123T021400Z");

        await Assert.ThrowsAsync<DamagedDatabaseException>(run.BeginAsync);

        Assert.Equal("helper", await File.ReadAllTextAsync(run.Database + "-shm"));
        Assert.False(File.Exists($"{run.Database}.damaged-20261123T021400Z-shm"));
    }

    [LinuxFact]
    public async Task What_is_replaced_is_not_copied_to_another_disk()
    {
        using var run = await BackupRun.StartAsync();
        var other = Directory.CreateDirectory(Path.Combine("/dev/shm", Path.GetRandomFileName()));
        try
        {
            run.Options.BackupDirectory = other.FullName;
            var backup = await run.MakeAsync();
            await run.WriteAsync("new");

            Assert.Null(await run.StageAsync(backup));
            await run.BeginAsync();

            Assert.Equal([backup], run.Backups.List());
            Assert.Empty(await run.NotesAsync());
            Assert.Equal(["new"], await run.NotesAsync($"{run.Database}.replaced-20261123T021400Z"));
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }
}
