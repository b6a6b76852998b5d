using Microsoft.Extensions.Options;

namespace MnM.Collector.Storage.Backups;

/// <summary>Looks whether the database is whole before anything works with it.</summary>
internal sealed class StartCheck(IOptions<StorageOptions> options)
{
    /// <summary>A larger one would hold the start up; it is looked at only when MnM did not end cleanly. Each daily backup looks at all of it.</summary>
    private const long Largest = 512L * 1024 * 1024;

    /// <exception cref="DamagedDatabaseException">It is not whole.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(options.Value.DatabasePath);
        if (!file.Exists || file.Length == 0)
        {
            return;
        }

        var isLookedAt = file.Length <= Largest || !EndedCleanly(file.FullName);
        if (isLookedAt && await Task.Run(() => DatabaseFile.FindDamage(file.FullName, thorough: false, cancellationToken), cancellationToken) is { } damage)
        {
            throw new DamagedDatabaseException(file.FullName, damage);
        }

        DatabaseFile.UseLog(file.FullName);
    }

    /// <summary>Whoever closes the database last takes its log away.</summary>
    private static bool EndedCleanly(string file) => !new FileInfo(file + "-wal").Exists;
}
