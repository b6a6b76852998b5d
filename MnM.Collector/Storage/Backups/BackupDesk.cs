using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace MnM.Collector.Storage.Backups;

/// <summary>What came of the wish for a backup: the backup, or why there is none, in a sentence for people.</summary>
public sealed record BackupAnswer(Backup? Made, string? Fault);

/// <summary>Makes backups of the running database, one at a time. Whoever writes goes on meanwhile.</summary>
public sealed partial class BackupDesk(BackupFolder folder, IOptions<StorageOptions> options, TimeProvider time, ILogger<BackupDesk> logger) : IDisposable
{
    /// <summary>Room that a backup leaves on its disk: a game that is recorded needs some.</summary>
    private const long Reserve = 64 * 1024 * 1024;

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile string? _fault;

    /// <summary>Why the last backup failed; null where it did not.</summary>
    public string? Fault => _fault;

    /// <summary>Whether one is made at the moment.</summary>
    public bool IsWorking => _one.CurrentCount == 0;

    /// <summary>Bytes that are free on the disk of a folder; null where the system does not tell.</summary>
    internal Func<string, long?> FreeBytes { get; init; } = static folder =>
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    };

    /// <summary>Makes a backup as of now.</summary>
    public async Task<BackupAnswer> MakeAsync(BackupKind kind, CancellationToken cancellationToken)
    {
        if (!await _one.WaitAsync(0, cancellationToken))
        {
            return new(null, "A backup is being made already.");
        }

        try
        {
            // A thread of its own: SQLite copies on the caller's, which may be that of a page.
            var made = await Task.Run(() => Make(kind, cancellationToken), cancellationToken);
            Log.Made(logger, made.Name, made.Bytes);
            _fault = null;
            return new(made, null);
        }
        catch (Exception fault) when (Words(fault) is { } words)
        {
            if (_fault != words)
            {
                Log.Failed(logger, words, fault);
            }

            _fault = words;
            return new(null, words);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>A fault that people can do something about, in words; null for another.</summary>
    internal static string? Words(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } or IOException { HResult: unchecked((int)0x80070070) or 28 } => "The disk is full.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => "The database is damaged.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY } or UnauthorizedAccessException => "The folder of the backups cannot be written.",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } => "The disk reports an error.",
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => "The database is locked by another program.",
        InvalidDataException => $"The copy is not whole: {fault.Message}.",
        IOException => $"The backup could not be written: {fault.Message}",
        _ => null,
    };

    private Backup Make(BackupKind kind, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var (source, copy) = (options.Value.DatabasePath, folder.Place(kind, now));
        var size = DatabaseFile.Parts.Select(part => new FileInfo(source + part)).Where(file => file.Exists).Sum(file => file.Length);
        if (FreeBytes(folder.Path) is { } free && free < size + Reserve)
        {
            throw new IOException("the disk would be full.");
        }

        DatabaseFile.Copy(source, copy, cancellationToken);
        return new(Path.GetFileName(copy), kind, now, new FileInfo(copy).Length);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Backup made: {Name}, {Bytes} bytes")]
        public static partial void Made(ILogger logger, string name, long bytes);

        [LoggerMessage(Level = LogLevel.Error, Message = "No backup could be made. {Reason}")]
        public static partial void Failed(ILogger logger, string reason, Exception fault);
    }
}
