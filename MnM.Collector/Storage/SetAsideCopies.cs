using System.Globalization;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage.Backups;

namespace MnM.Collector.Storage;

/// <summary>A database that was put aside.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Bytes">With what SQLite keeps beside it.</param>
public sealed record SetAsideCopy(string Path, long Bytes);

/// <summary>Databases that MnM put aside next to its own: from before a migration, and what a restore replaced. MnM never deletes them.</summary>
public sealed class SetAsideCopies(IOptions<StorageOptions> options)
{
    /// <summary>All that are there, by name.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<SetAsideCopy> List()
    {
        var database = options.Value.DatabasePath;
        string[] beginnings = [BeforeMigration(database), Replaced(database), Damaged(database)];
        return
        [
            .. new DirectoryInfo(Path.GetDirectoryName(database)!).EnumerateFiles()
                .Where(file => beginnings.Any(beginning => file.FullName.StartsWith(beginning, StringComparison.Ordinal)))
                .GroupBy(file => MainOf(file.FullName))
                .Select(copy => new SetAsideCopy(copy.Key, copy.Sum(file => file.Length)))
                .OrderBy(copy => copy.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Where a database goes before it is migrated from a version.</summary>
    internal static string BeforeMigration(string database, string version) => $"{BeforeMigration(database)}{version}.db";

    /// <summary>Where a database goes that another takes the place of.</summary>
    internal static string Aside(string database, bool isWhole, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(isWhole ? Replaced(database) : Damaged(database))}{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");

    private static string BeforeMigration(string database) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, $"{Path.GetFileNameWithoutExtension(database)}.before-migration-of-");

    private static string Replaced(string database) => $"{database}.replaced-";

    private static string Damaged(string database) => $"{database}.damaged-";

    private static string MainOf(string file) => DatabaseFile.Parts.Where(part => part.Length > 0 && file.EndsWith(part, StringComparison.Ordinal)).Select(part => file[..^part.Length]).FirstOrDefault(file);
}
