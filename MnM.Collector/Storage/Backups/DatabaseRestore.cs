using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace MnM.Collector.Storage.Backups;

/// <summary>
/// Takes a backup back, in two steps: it is verified and laid beside the database while MnM runs, and takes its place when MnM begins the next time,
/// before anything has opened it. What is replaced is never deleted.
/// </summary>
public sealed partial class DatabaseRestore(BackupFolder folder, DatabaseCopier copier, IOptions<StorageOptions> options, TimeProvider time, ILogger<DatabaseRestore> logger)
{
    /// <summary>Stands for the newest backup that is whole.</summary>
    public const string Latest = "latest";

    /// <summary>Why the last restore did not take place, in sentences for people; null where none was called off.</summary>
    public string? Fault { get; private set; }

    private string Database => options.Value.DatabasePath;

    private string Derived => options.Value.DerivedPath;

    private string Staged => Database + ".restore";

    /// <summary>Lays a backup ready for the next start; answers why it cannot be taken, null where it can.</summary>
    /// <param name="file">A file, or <see cref="Latest"/>.</param>
    /// <param name="cancellationToken">Ends it; then nothing is changed.</param>
    public Task<string?> StageAsync(string file, CancellationToken cancellationToken) =>
        copier.RunAsync(stop => file == Latest ? StageLatest(stop) : Stage(file, stop), cancellationToken);

    /// <summary>Has the next start begin with an empty database; answers why that cannot be, null where it can.</summary>
    public Task<string?> StageNothingAsync(CancellationToken cancellationToken) => copier.RunAsync(
        _ =>
        {
            DatabaseFile.CreateEmpty(Staged);
            return null;
        },
        cancellationToken);

    /// <summary>Puts what was laid ready in the place of the database. Where that cannot be moved, such as because another program has it open, all stays as it was and the restore is called off.</summary>
    public void Apply()
    {
        if (File.Exists(DatabaseFile.UnfinishedOf(Staged)))
        {
            DatabaseFile.Delete(DatabaseFile.UnfinishedOf(Staged));
        }

        if (new FileInfo(Staged) is not { Exists: true, Length: > 0 })
        {
            return;
        }

        // Connections of the mode before wait in the pool: they would go on with the file that is moved away, and delete the log of the new one.
        SqliteConnection.ClearAllPools();
        try
        {
            MoveAway();
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException && File.Exists(Database))
        {
            DatabaseFile.Delete(Staged);
            Fault = $"The restore did not take place. {DatabaseCopier.Words(fault) ?? fault.Message} All is as it was.";
            Log.CalledOff(logger, Fault, fault);
            return;
        }

        // What was derived of the other database holds codes that this one will give to other names. Deleted first: after a power cut between the two, nothing would tell that it is of the other one.
        DatabaseFile.Delete(Derived);
        File.Move(Staged, Database);
        Log.Restored(logger, Database);
    }

    private string? StageLatest(CancellationToken cancellationToken)
    {
        var backups = folder.List();

        // Somebody turned away from what a restore replaced: it may be whole and yet not what is wanted.
        foreach (var backup in backups.OrderBy(backup => backup.Kind == BackupKind.Replaced))
        {
            if (Stage(Path.Combine(folder.Path, backup.Name), cancellationToken) is not { } fault)
            {
                return null;
            }

            Log.Skipped(logger, backup.Name, fault);
        }

        return backups.Count == 0 ? $"There is no backup in {folder.Path}." : $"None of the backups in {folder.Path} is whole.";
    }

    private string? Stage(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return $"There is no file {file}.";
        }

        try
        {
            if (Refuse(file, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            copier.Copy(file, Staged, cancellationToken, RestoreGuard.MakeAnew);
            return null;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_ERROR)
        {
            // MnM's own statements do not fit it.
            return RestoreGuard.Foreign(file);
        }
        catch (Exception fault) when (fault is InvalidDataException or SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_CONSTRAINT })
        {
            // Damage that only shows where all of it is read. Other faults of the copy are the disk's, and the next backup would not help.
            return $"{Path.GetFileName(file)} is damaged: {fault.Message}.";
        }
    }

    private static string? Refuse(string file, CancellationToken cancellationToken)
    {
        try
        {
            return DatabaseFile.FindDamage(file, thorough: false, cancellationToken) is { } damage ? $"{Path.GetFileName(file)} is damaged: {damage}." : RestoreGuard.Refuse(file);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode != raw.SQLITE_ERROR)
        {
            return $"{Path.GetFileName(file)} cannot be read: {fault.Message}";
        }
    }

    /// <summary>
    /// A database that is whole becomes a backup where that is a matter of its name, so that a restore can be undone. Of any other all parts stay beside the new one, also helpers that were left alone:
    /// SQLite would apply them to the new one.
    /// </summary>
    private void MoveAway()
    {
        var now = time.GetUtcNow();
        var isWhole = File.Exists(Database) && Settle() && DatabaseFile.FindDamage(Database, thorough: false, CancellationToken.None) is null;
        if (isWhole && TryKeepAsBackup(now))
        {
            return;
        }

        var aside = SetAsideCopies.Aside(Database, isWhole, now);
        Stack<string> moved = [];
        try
        {
            foreach (var part in DatabaseFile.Parts.Where(part => File.Exists(Database + part)))
            {
                File.Move(Database + part, aside + part, overwrite: true);
                moved.Push(part);
            }
        }
        catch
        {
            // A file without its log is another database.
            foreach (var part in moved)
            {
                File.Move(aside + part, Database + part);
            }

            throw;
        }

        foreach (var part in moved)
        {
            Log.KeptAside(logger, aside + part);
        }
    }

    private bool TryKeepAsBackup(DateTimeOffset now)
    {
        try
        {
            OwnersFiles.Close(Database);

            // Directory's, which takes files too: to another disk File's copies, and cut short, half of one would stay in the list as a backup.
            Directory.Move(Database, folder.Place(BackupKind.Replaced, now));
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A new name beside the database is always to be had.
            return false;
        }
    }

    private bool Settle()
    {
        try
        {
            DatabaseFile.Settle(Database);
            return true;
        }
        catch (SqliteException fault) when (DatabaseFile.IsDamage(fault))
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database was replaced as asked: {File}")]
        public static partial void Restored(ILogger logger, string file);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
        public static partial void CalledOff(ILogger logger, string reason, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What was there before is kept as {File}")]
        public static partial void KeptAside(ILogger logger, string file);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Backup {Name} is passed over. {Reason}")]
        public static partial void Skipped(ILogger logger, string name, string reason);
    }
}
