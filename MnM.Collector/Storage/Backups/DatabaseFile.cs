using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MnM.Collector.Storage.Backups;

/// <summary>Works on a whole database file, by a connection of its own. All of it takes as long as the file is large and holds the caller's thread.</summary>
internal static class DatabaseFile
{
    // SQLITE_IOERR_DATA and SQLITE_IOERR_CORRUPTFS (https://www.sqlite.org/rescode.html): the latter is what EIO of a read becomes.
    private const int WrongSum = raw.SQLITE_IOERR | (32 << 8);
    private const int BadSector = raw.SQLITE_IOERR | (33 << 8);

    /// <summary>
    /// What SQLite appends to a file's name for its helpers, and last, nothing for the file itself: whoever moves or deletes them in this order leaves no helper alone,
    /// which SQLite would apply to the next file of that name.
    /// </summary>
    public static IReadOnlyList<string> Parts { get; } = ["-wal", "-shm", "-journal", ""];

    /// <summary>Whether a fault says that the file is damaged, cannot be read from its disk, or is no database at all.</summary>
    public static bool IsDamage(SqliteException fault) => fault.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB || IsUnreadable(fault);

    /// <summary>
    /// Writes a whole and compact copy as of this moment; writers go on meanwhile. The copy is verified and safe on the disk before it has its name,
    /// so that what was cut short never passes for a backup.
    /// </summary>
    /// <exception cref="SqliteException">The file cannot be read, or the copy not be written.</exception>
    /// <exception cref="InvalidDataException">The copy is not whole.</exception>
    /// <param name="file">Which.</param>
    /// <param name="copy">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="prepare">What is done to the copy before it is verified.</param>
    public static void Copy(string file, string copy, CancellationToken cancellationToken, Action<string>? prepare = null)
    {
        var part = UnfinishedOf(copy);
        Delete(part);
        try
        {
            OwnersFiles.CreateFile(part);
            using (var connection = Open(file))
            {
                Run(connection, "VACUUM INTO $file", cancellationToken, ("$file", part));
            }

            prepare?.Invoke(part);
            if (FindDamage(part, thorough: true, cancellationToken) is { } damage)
            {
                throw new InvalidDataException(damage);
            }

            using (var written = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written);
            }

            File.Move(part, copy, overwrite: true);
        }
        finally
        {
            Delete(part);
        }
    }

    /// <summary>Where a copy is while it is made. A power cut leaves it there.</summary>
    public static string UnfinishedOf(string copy) => copy + ".part";

    /// <summary>Deletes a file and its helpers, where they are.</summary>
    public static void Delete(string file)
    {
        foreach (var part in Parts)
        {
            File.Delete(file + part);
        }
    }

    /// <summary>Makes a database without anything in it. It has a page: SQLite takes a file of 0 bytes for one too, but also leaves such behind.</summary>
    public static void CreateEmpty(string file)
    {
        Delete(file);
        OwnersFiles.CreateFile(file);
        UseLog(file);
    }

    /// <summary>What is wrong with a file first of all; null where it is whole.</summary>
    /// <param name="file">A database file.</param>
    /// <param name="thorough">Whether indexes are compared with their tables too, which takes several times as long.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static string? FindDamage(string file, bool thorough, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = Open(file);
            var found = Run(connection, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", cancellationToken);
            return found is "ok" ? null : found;
        }
        catch (SqliteException fault) when (IsDamage(fault))
        {
            return fault.SqliteErrorCode == raw.SQLITE_NOTADB ? "the file is not a database"
                : IsUnreadable(fault) ? "its disk cannot read it"
                : "the file is malformed";
        }
    }

    /// <summary>The migrations that made a file, whichever program's; empty where it counts none.</summary>
    public static IReadOnlyList<string> FindMigrations(string file)
    {
        using var connection = Open(file);
        return Run(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'", CancellationToken.None) is null
            ? []
            : Run(connection, "SELECT group_concat(MigrationId, char(10)) FROM __EFMigrationsHistory", CancellationToken.None)?.Split('\n') ?? [];
    }

    /// <summary>The name of something in a file that acts by itself or is a table in name only; null where it has none, as every file of MnM's. The one view is for people.</summary>
    public static string? FindForeign(string file)
    {
        using var connection = Open(file);
        return Run(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'trigger' UNION ALL SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'table' AND name <> 'game_tracking_metrics'",
            CancellationToken.None);
    }

    /// <summary>Writes what lies beside a file into it, so that it stands alone.</summary>
    /// <exception cref="SqliteException">Somebody still has it open, or it is damaged.</exception>
    public static void Settle(string file)
    {
        using var connection = Open(file);
        if (Run(connection, "PRAGMA journal_mode=DELETE", CancellationToken.None) is not "delete")
        {
            throw new SqliteException("The database is in use.", raw.SQLITE_BUSY);
        }
    }

    /// <summary>Has a file use a log, as MnM's database does. A backup has none, and whoever only reads cannot change that.</summary>
    public static void UseLog(string file)
    {
        using var connection = Open(file);
        Run(connection, "PRAGMA journal_mode=WAL", CancellationToken.None);
    }

    /// <summary>Other faults of a disk, such as one without room, pass.</summary>
    private static bool IsUnreadable(SqliteException fault) =>
        fault.SqliteExtendedErrorCode is raw.SQLITE_IOERR_READ or raw.SQLITE_IOERR_SHORT_READ or WrongSum or BadSector;

    private static SqliteConnection Open(string file)
    {
        // Not read-only: a file that was not closed cleanly is put in order by whoever opens it. Not pooled: afterwards nobody holds it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string? Run(SqliteConnection connection, string sql, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string Value)> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        var handle = connection.Handle;
        using var interrupt = cancellationToken.Register(() => raw.sqlite3_interrupt(handle));
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return command.ExecuteScalar() as string;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(fault.Message, fault, cancellationToken);
        }
    }
}
