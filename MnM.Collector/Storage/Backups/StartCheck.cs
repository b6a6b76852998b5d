using Microsoft.Extensions.Options;

namespace MnM.Collector.Storage.Backups;

/// <summary>Looks whether the database is whole before anything works with it.</summary>
internal sealed class StartCheck(BackupFolder backups, IOptions<StorageOptions> options, TimeProvider time)
{
    /// <summary>How long a backup, each of which reads all of the database, stands for it.</summary>
    private static readonly TimeSpan Proven = TimeSpan.FromDays(2);

    /// <summary>Bytes of a database that is looked at always. A larger one would hold the start up: it is looked at where there is reason to.</summary>
    public long Largest { get; set; } = 512L * 1024 * 1024;

    /// <exception cref="DamagedDatabaseException">It is not whole.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(options.Value.DatabasePath);
        if (!file.Exists || file.Length == 0)
        {
            return;
        }

        var isLookedAt = file.Length <= Largest || !EndedCleanly(file.FullName) || File.Exists(SuspicionOf(file.FullName)) || !IsProven();
        if (isLookedAt && await Task.Run(() => DatabaseFile.FindDamage(file.FullName, thorough: false, cancellationToken), cancellationToken) is { } damage)
        {
            throw new DamagedDatabaseException(file.FullName, damage);
        }

        File.Delete(SuspicionOf(file.FullName));
        DatabaseFile.UseLog(file.FullName);
    }

    /// <summary>Has the next start look at a database that could not be copied because of damage, however large it is.</summary>
    public static void Suspect(string file)
    {
        try
        {
            File.WriteAllText(SuspicionOf(file), "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Then the next start looks when the latest backup is too old.
        }
    }

    private static string SuspicionOf(string file) => file + ".suspect";

    /// <summary>Whoever closes the database last takes its log away.</summary>
    private static bool EndedCleanly(string file) => !new FileInfo(file + "-wal").Exists;

    private bool IsProven()
    {
        try
        {
            var now = time.GetUtcNow();
            return backups.List().Any(backup => backup.Kind != BackupKind.Replaced && backup.MadeAt <= now && now - backup.MadeAt < Proven);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
