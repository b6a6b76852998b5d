using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage.Backups;

namespace MnM.Collector.Storage;

/// <summary>Takes back what is to be restored, looks whether the database is whole and migrates it, before any loop of the host starts.</summary>
internal sealed class DatabaseStart(DatabaseRestore restore, StartCheck check, DatabaseMigrator migrator, IOptions<StorageOptions> options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        restore.Apply();
        try
        {
            await check.RunAsync(cancellationToken);
            if (!IsMigrated())
            {
                await migrator.MigrateAsync(cancellationToken);
            }
        }
        catch (DamagedDatabaseException damage)
        {
            // Who offers the backups then knows nothing else of this start.
            damage.CalledOff = restore.Fault;
            throw;
        }

        // A folder of that name cannot be read either, and no backup could take its place.
        catch (SqliteException fault) when (DatabaseFile.IsDamage(fault) && File.Exists(options.Value.DatabasePath))
        {
            throw new DamagedDatabaseException(options.Value.DatabasePath, fault.Message, fault) { CalledOff = restore.Fault };
        }
    }

    private bool IsMigrated()
    {
        var file = options.Value.DatabasePath;
        return File.Exists(file) && !KnownMigrations.All.Except(DatabaseFile.FindMigrations(file)).Any();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
