using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Storage.Backups;

/// <summary>What came of the wish for a backup: the backup, or why there is none, in a sentence for people.</summary>
public sealed record BackupAnswer(Backup? Made, string? Fault);

/// <summary>Makes backups of the running database. Whoever writes goes on meanwhile.</summary>
public sealed partial class BackupDesk(BackupFolder folder, DatabaseCopier copier, IOptions<StorageOptions> options, TimeProvider time, ILogger<BackupDesk> logger)
{
    private volatile string? _fault;

    /// <summary>Why the last backup failed; null where it did not.</summary>
    public string? Fault => _fault;

    /// <summary>Makes a backup as of now.</summary>
    public async Task<BackupAnswer> MakeAsync(BackupKind kind, CancellationToken cancellationToken)
    {
        Backup? made = null;
        var fault = await copier.RunAsync(
            stop =>
            {
                made = Make(kind, stop);
                return null;
            },
            cancellationToken);
        if (made is not null)
        {
            Log.Made(logger, made.Name, made.Bytes);
        }

        if (fault != DatabaseCopier.IsTaken)
        {
            _fault = fault;
        }

        return new(made, fault);
    }

    private Backup Make(BackupKind kind, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var copy = folder.Place(kind, now);
        try
        {
            copier.Copy(options.Value.DatabasePath, copy, cancellationToken);
        }
        catch (SqliteException fault) when (DatabaseFile.IsDamage(fault))
        {
            StartCheck.Suspect(options.Value.DatabasePath);
            throw;
        }

        return new(Path.GetFileName(copy), kind, now, new FileInfo(copy).Length);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Backup made: {Name}, {Bytes} bytes")]
        public static partial void Made(ILogger logger, string name, long bytes);
    }
}
