using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Storage;

public sealed class DatabaseMigratorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_database_is_created_on_first_run()
    {
        await MigrateAsync();
        await using var db = Context();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal("wal", db.Database.SqlQuery<string>($"PRAGMA journal_mode").AsEnumerable().Single());
        Assert.Single(Directory.GetFiles(_folder.Path, "*.db"));
    }

    [Fact]
    public void No_migration_was_forgotten()
    {
        using var db = Context();
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: CONTRIBUTING.md, \"add a table\", says how to add the migration.");
    }

    [Fact]
    public void No_migration_is_unknown_to_the_start()
    {
        using var db = Context();
        Assert.Equal(db.Database.GetMigrations(), KnownMigrations.All);
    }

    [Fact]
    public async Task Before_a_migration_of_an_existing_database_a_copy_is_kept()
    {
        await using (var db = Context())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('00000000000000_Older', '10')");
            await db.Database.ExecuteSqlAsync($"CREATE TABLE treasure (value TEXT)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO treasure VALUES ('kept')");
        }

        await MigrateAsync();
        await using var copy = Context("mnm.before-migration-of-00000000000000_Older.db");
        Assert.Equal("kept", await copy.Database.SqlQuery<string>($"SELECT value FROM treasure").SingleAsync());
        Assert.DoesNotContain("20261122014425_Games", await copy.Database.GetAppliedMigrationsAsync());
        await using var migrated = Context();
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await MigrateAsync();
        await MigrateAsync();
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.Contains("before-migration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Times_of_work_that_were_text_become_numbers_and_text_again()
    {
        await using var db = Context();
        await db.Database.MigrateAsync("ImportedGames");
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO work_items (kind, key, lane, route, owner, state, due_at, set_at, ended_at, created_at, attempts, lease, is_filed)
            VALUES ('match', 'EUW1_1', 1, 'europe', '', 'Open', '2026-11-23T15:38:53.999Z', '2026-11-23T15:38:53.000Z', NULL, '1999-12-31T23:59:59.001Z', 3, 4, 0)
            """);
        await db.Database.MigrateAsync("WorkTimes");
        Assert.Equal("1795448333999 1795448333000 - 946684799001", await TimesAsync());
        Assert.Equal("integer", await db.Database.SqlQuery<string>($"SELECT typeof(due_at) AS Value FROM work_items").SingleAsync());
        await db.Database.MigrateAsync("ImportedGames");
        Assert.Equal("2026-11-23T15:38:53.999Z 2026-11-23T15:38:53.000Z - 1999-12-31T23:59:59.001Z", await TimesAsync());

        Task<string> TimesAsync() =>
            db.Database.SqlQuery<string>($"SELECT concat_ws(' ', due_at, set_at, coalesce(ended_at, '-'), created_at) AS Value FROM work_items").SingleAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_as_it_is()
    {
        var file = _folder.Write("mnm.db", new string('x', 5000));
        await Assert.ThrowsAsync<SqliteException>(MigrateAsync);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private Task MigrateAsync() => new DatabaseMigrator(new Contexts(this), NullLogger<DatabaseMigrator>.Instance).MigrateAsync(CancellationToken.None);

    private MnmDbContext Context(string file = "mnm.db") =>
        new((DbContextOptions<MnmDbContext>)new DbContextOptionsBuilder<MnmDbContext>().UseMnmSqlite(_folder.File(file)).Options);

    private sealed class Contexts(DatabaseMigratorTests owner) : IDbContextFactory<MnmDbContext>
    {
        public MnmDbContext CreateDbContext() => owner.Context();
    }
}
