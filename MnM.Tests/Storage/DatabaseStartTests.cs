using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Tests.Storage.Backups;

namespace MnM.Tests.Storage;

public sealed class DatabaseStartTests
{
    [Fact]
    public async Task A_database_of_today_starts_without_a_model()
    {
        using var run = await BackupRun.StartAsync();
        await StartWithoutModelAsync(run);
        await run.WriteAsync("as before");
        Assert.Equal(["as before"], await run.NotesAsync());
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)")]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_Sharing'")]
    [InlineData("DELETE FROM __EFMigrationsHistory")]
    [InlineData("DROP TABLE __EFMigrationsHistory")]
    public async Task Any_other_is_migrated(string change)
    {
        using var run = await BackupRun.StartAsync();
        await run.SqlAsync(change);
        await Assert.ThrowsAsync<NoModelException>(() => StartWithoutModelAsync(run));
    }

    private static Task StartWithoutModelAsync(BackupRun run) =>
        new DatabaseStart(run.Restore, run.Check, new DatabaseMigrator(new NoModel(), NullLogger<DatabaseMigrator>.Instance), Options.Create(run.Options)).StartingAsync(CancellationToken.None);

    private sealed class NoModelException() : Exception("A model was asked for.");

    private sealed class NoModel : IDbContextFactory<MnmDbContext>
    {
        public MnmDbContext CreateDbContext() => throw new NoModelException();
    }
}
