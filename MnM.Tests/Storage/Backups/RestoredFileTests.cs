using Microsoft.Data.Sqlite;
using MnM.Collector.Storage.Backups;

namespace MnM.Tests.Storage.Backups;

/// <summary>A file to restore may come from anybody.</summary>
public sealed class RestoredFileTests
{
    private const string LetIn = "INSERT INTO devices (name, is_owner, token_hash, paired_at) VALUES ('Phone', 1, x'01', '2026-11-23T00:00:00Z'); INSERT INTO sharing VALUES (1, 1, 1, '2026-11-23T00:00:00Z')";
    private const string WhoIsLetIn = "SELECT sql AS Value FROM sqlite_master WHERE tbl_name IN ('devices', 'sharing') AND sql IS NOT NULL ORDER BY sql";

    [Fact]
    public async Task A_file_that_is_no_whole_database_of_MnM_is_refused()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        var text = run.Folder.Write("letter.txt", new string('x', 5000));
        await using (SqliteConnection other = new($"Data Source={run.Folder.File("other.db")};Pooling=false"))
        {
            await other.OpenAsync();
            await using var make = other.CreateCommand();
            make.CommandText = "CREATE TABLE cake (taste TEXT)";
            await make.ExecuteNonQueryAsync();
        }

        Assert.Equal("letter.txt is damaged: the file is not a database.", await StageAsync(text));
        Assert.Equal("other.db is a database, but none of MnM.", await StageAsync(run.Folder.File("other.db")));
        Assert.Equal($"There is no file {run.Folder.File("gone.db")}.", await StageAsync(run.Folder.File("gone.db")));
        Assert.Equal($"There is no backup in {run.Backups.Path}.", await StageAsync(DatabaseRestore.Latest));

        var newer = await run.MakeAsync();
        await using (SqliteConnection copy = new($"Data Source={run.PathOf(newer)};Pooling=false"))
        {
            await copy.OpenAsync();
            await using var add = copy.CreateCommand();
            add.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99991231000000_Later', '99')";
            await add.ExecuteNonQueryAsync();
        }

        Assert.Equal($"{newer.Name} was made by a newer MnM.", await run.StageAsync(newer));
        await run.BeginAsync();
        Assert.Equal(["kept"], await run.NotesAsync());

        Task<string?> StageAsync(string file) => run.Restore.StageAsync(file, CancellationToken.None);
    }

    [Fact]
    public async Task A_database_of_another_program_that_counts_its_migrations_too_is_refused()
    {
        using var run = await BackupRun.StartAsync();
        await using (SqliteConnection other = new($"Data Source={run.Folder.File("shop.db")};Pooling=false"))
        {
            await other.OpenAsync();
            await using var make = other.CreateCommand();
            make.CommandText = """
                CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
                INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Initial', '3.1.0'), ('20210101000000_Users', '5.0.0');
                CREATE TABLE users (id INTEGER PRIMARY KEY);
                """;
            await make.ExecuteNonQueryAsync();
        }

        Assert.Equal("shop.db is a database, but none of MnM.", await run.Restore.StageAsync(run.Folder.File("shop.db"), CancellationToken.None));
    }

    [Fact]
    public async Task A_backup_brings_back_nobody_who_was_let_in()
    {
        using var run = await BackupRun.StartAsync();
        await run.WriteAsync("kept");
        await run.SqlAsync(LetIn);
        var backup = await run.MakeAsync();
        await run.SqlAsync("UPDATE devices SET revoked_at = '2026-11-23T01:00:00Z'");

        Assert.Null(await run.StageAsync(backup));
        await run.BeginAsync();

        Assert.Equal(["kept"], await run.NotesAsync());
        await run.SqlAsync("INSERT INTO note (text) SELECT name FROM devices UNION ALL SELECT 'shared' FROM sharing");
        Assert.Equal(["kept"], await run.NotesAsync());
    }

    [Theory]
    [InlineData("ALTER TABLE devices RENAME TO x; ALTER TABLE x RENAME TO DEVICES; ALTER TABLE sharing RENAME TO y; ALTER TABLE y RENAME TO Sharing")]
    [InlineData("CREATE TABLE devices_of_mine AS SELECT * FROM devices; DROP TABLE devices; ALTER TABLE devices_of_mine RENAME TO devices")]
    [InlineData("ALTER TABLE devices ADD COLUMN mine INTEGER REFERENCES note (id) ON DELETE CASCADE")]
    public async Task Tables_of_who_is_let_in_are_MnM_s_own_again_whatever_the_file_made_of_them(string hostile)
    {
        using var run = await BackupRun.StartAsync();
        var ours = await run.ReadAsync(WhoIsLetIn);
        var backup = await run.MakeAsync();
        await run.SqlAsync(LetIn, run.PathOf(backup));
        await run.SqlAsync(hostile, run.PathOf(backup));

        Assert.Null(await run.StageAsync(backup));
        await run.BeginAsync();

        Assert.Equal(ours, await run.ReadAsync(WhoIsLetIn));
        Assert.Equal(["0"], await run.ReadAsync("SELECT (SELECT count(*) FROM devices) + (SELECT count(*) FROM sharing) AS Value"));
    }

    [Theory]
    [InlineData("DROP TABLE devices; CREATE VIEW devices AS SELECT 1 AS id, 'Phone' AS name, 1 AS is_owner, x'01' AS token_hash, '2026-11-23T00:00:00Z' AS paired_at")]
    [InlineData("CREATE VIRTUAL TABLE more USING fts5(text)")]
    [InlineData("CREATE TRIGGER lets_in AFTER INSERT ON note BEGIN UPDATE devices SET revoked_at = NULL; END")]
    [InlineData("DROP TABLE devices; CREATE INDEX devices ON note (text)")]
    [InlineData("ALTER TABLE __EFMigrationsHistory RENAME COLUMN MigrationId TO Id")]
    public async Task A_file_that_is_not_what_it_seems_is_refused(string hostile)
    {
        using var run = await BackupRun.StartAsync();
        var backup = await run.MakeAsync();
        await run.SqlAsync(hostile, run.PathOf(backup));

        Assert.Equal($"{backup.Name} holds what no database of MnM holds.", await run.StageAsync(backup));
        Assert.False(File.Exists($"{run.Database}.restore"));
    }

    [Fact]
    public async Task A_history_without_end_is_no_history()
    {
        using var run = await BackupRun.StartAsync();
        await using (SqliteConnection other = new($"Data Source={run.Folder.File("view.db")};Pooling=false"))
        {
            await other.OpenAsync();
            await using var make = other.CreateCommand();
            make.CommandText = "CREATE VIEW __EFMigrationsHistory AS WITH RECURSIVE n(MigrationId) AS (SELECT 1 UNION ALL SELECT MigrationId + 1 FROM n) SELECT * FROM n";
            await make.ExecuteNonQueryAsync();
        }

        Assert.Equal("view.db is a database, but none of MnM.", await run.Restore.StageAsync(run.Folder.File("view.db"), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
