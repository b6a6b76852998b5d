using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Storage;

/// <summary>The state of the database.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">Size of its files.</param>
/// <param name="FreeBytes">Room left on its disk; null where the system does not tell.</param>
/// <param name="Engine">Name and version of the engine.</param>
/// <param name="Migrations">The migrations applied, the oldest first.</param>
/// <param name="Pending">Migrations that this program knows and the database does not have.</param>
public sealed record DatabaseReport(string Path, long Bytes, long? FreeBytes, string Engine, ImmutableArray<string> Migrations, ImmutableArray<string> Pending);

/// <summary>Looks at the database from outside, for people who look after it.</summary>
public sealed class DatabaseInspector(IDbContextFactory<MnmDbContext> contexts, IOptions<StorageOptions> options)
{
    /// <summary>Size of the database's files in bytes.</summary>
    public long Bytes => new[] { Path, Path + "-wal" }.Select(file => new FileInfo(file)).Where(file => file.Exists).Sum(file => file.Length);

    /// <summary>Room left on its disk; null where the system does not tell.</summary>
    public long? FreeBytes
    {
        get
        {
            try
            {
                return new DriveInfo(System.IO.Path.GetFullPath(Path)).AvailableFreeSpace;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return null;
            }
        }
    }

    private string Path => options.Value.DatabasePath;

    /// <summary>Reads the state.</summary>
    public async Task<DatabaseReport> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").ToListAsync(cancellationToken);
        return new(
            Path,
            Bytes,
            FreeBytes,
            $"SQLite {versions.FirstOrDefault()}",
            [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)],
            [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)]);
    }
}
