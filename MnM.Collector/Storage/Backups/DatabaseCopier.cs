using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace MnM.Collector.Storage.Backups;

/// <summary>
/// Copies whole databases for backups and restores, one at a time: two restores would write the same file, and one that begins anew would end a backup.
/// Whoever stops it waits until nobody reads the database any more, but not for a disk that has stopped to answer.
/// </summary>
public sealed partial class DatabaseCopier(TimeProvider time, ILogger<DatabaseCopier> logger) : IAsyncDisposable
{
    /// <summary>What is said while another copy is made.</summary>
    internal const string IsTaken = "A backup or a restore is being made already.";

    /// <summary>Room that a copy leaves on its disk: a game that is recorded needs some.</summary>
    private const long Reserve = 64 * 1024 * 1024;

    /// <summary>SQLite hears at once that it is to end; only the disk can take longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private string? _told;

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

    /// <summary>Does what copies; answers why that failed, in a sentence for people, or what it answers itself.</summary>
    public async Task<string?> RunAsync(Func<CancellationToken, string?> copy, CancellationToken cancellationToken)
    {
        if (!await _one.WaitAsync(0, cancellationToken))
        {
            return IsTaken;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        try
        {
            // A thread of its own: SQLite copies on the caller's, which may be that of a page.
            var answer = await Task.Run(() => copy(either.Token), either.Token);
            _told = null;
            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "MnM ended before it was done.";
        }
        catch (Exception fault) when (Words(fault) is { } words)
        {
            if (_told != words)
            {
                Log.Failed(logger, words, fault);
            }

            return _told = words;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Copies a file where its disk has room, as <see cref="DatabaseFile.Copy"/> does.</summary>
    /// <exception cref="IOException">It has none.</exception>
    internal void Copy(string file, string copy, CancellationToken cancellationToken, Action<string>? prepare = null)
    {
        var size = DatabaseFile.Parts.Select(part => new FileInfo(file + part)).Where(part => part.Exists).Sum(part => part.Length);
        if (FreeBytes(Path.GetDirectoryName(copy)!) is { } free && free < size + Reserve)
        {
            throw new IOException("the disk would be full.");
        }

        DatabaseFile.Copy(file, copy, cancellationToken, prepare);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        try
        {
            await _one.WaitAsync().WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            Log.Hangs(logger);
            return;
        }

        _one.Dispose();
        _stop.Dispose();
    }

    /// <summary>A fault that people can do something about, in words; null for another.</summary>
    internal static string? Words(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } or IOException { HResult: unchecked((int)0x80070070) or 28 } => "The disk is full.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => "The database is damaged.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY } => "The folder of the copy cannot be written.",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } => "The disk reports an error.",
        SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED } => "The database is locked by another program.",
        InvalidDataException => $"The copy is not whole: {fault.Message}.",
        IOException or UnauthorizedAccessException => $"No copy could be made: {fault.Message}",
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The database was not copied. {Reason}")]
        public static partial void Failed(ILogger logger, string reason, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "A copy of the database does not end; MnM ends without it. Its disk may not answer any more")]
        public static partial void Hangs(ILogger logger);
    }
}
