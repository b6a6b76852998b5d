using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MnM.Collector.Storage;

/// <summary>Brings the database to this program's schema before anything is served; keeps a copy of an existing one first.</summary>
public sealed partial class DatabaseMigrator(IDbContextFactory<MnmDbContext> contexts, ILogger<DatabaseMigrator> logger)
{
    /// <summary>Creates or migrates the database.</summary>
    /// <exception cref="SqliteException">The file is no database, or cannot be written.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if (applied.LastOrDefault() is { } version)
        {
            await KeepCopyAsync(db, version, cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        Log.Migrated(logger, pending[^1]);
    }

    private async Task KeepCopyAsync(MnmDbContext db, string version, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        var copy = SetAsideCopies.BeforeMigration(file, version);
        if (File.Exists(copy))
        {
            return;
        }

        // Written under another name first: a copy that was cut short by a kill must not pass for a whole one.
        var part = copy + ".part";
        File.Delete(part);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", cancellationToken);
        File.Move(part, copy);
        Log.Copied(logger, copy);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Database migrated to {Version}")]
        public static partial void Migrated(ILogger logger, string version);

        [LoggerMessage(Level = LogLevel.Information, Message = "Before the migration, a copy of the database was kept as {Copy}")]
        public static partial void Copied(ILogger logger, string copy);
    }
}
