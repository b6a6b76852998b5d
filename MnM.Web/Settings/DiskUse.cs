using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using MnM.Collector.Live.Recording;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Backups;
using MnM.Web.Hosting;

namespace MnM.Web.Settings;

/// <summary>A part of what MnM keeps on disk.</summary>
/// <param name="What">For people.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Text">What is in it, and whether it can be made again.</param>
public sealed record DiskPart(string What, long Bytes, string Text);

/// <summary>What MnM keeps on disk, and how much room is left.</summary>
public sealed record DiskUse(ImmutableArray<DiskPart> Parts, long? FreeBytes)
{
    public long Bytes => Parts.Sum(part => part.Bytes);
}

/// <summary>Measures the files of MnM's folders.</summary>
public sealed class DiskMeter(IOptions<StorageOptions> storage, DatabaseInspector database, RecordingStore recordings, BackupFolder backups, SetAsideCopies aside)
{
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    /// <exception cref="IOException">The folder of the database or of backups cannot be read.</exception>
    // On a thread of its own: the file system and SQLite hold the one that asks.
    public Task<DiskUse> ReadAsync(CancellationToken cancellationToken) => Task.Run(() => MeasureAsync(cancellationToken), cancellationToken);

    private async Task<DiskUse> MeasureAsync(CancellationToken cancellationToken)
    {
        var recorded = await recordings.BytesAsync(cancellationToken);
        var kept = aside.List();
        var (folder, file) = (storage.Value.DataDirectory, storage.Value.DatabasePath);
        return new(
            [
                new("Database", Math.Max(0, database.Bytes - recorded), "Games, matches, people, ranks, work that waits."),
                new("Recordings", recorded, "Every second of the games that MnM watched; a part of the database file."),
                new("TFT rows", Files(Path.GetDirectoryName(file)!, "tft.db*", SearchOption.TopDirectoryOnly), "What the explorer counts. It is made again from the matches."),
                new("Pictures and names", Files(Path.Combine(folder, "static")), "From Data Dragon. They are fetched again."),
                new("Backups", backups.List().Sum(backup => backup.Bytes), "Copies of the database."),
                new("Set aside", kept.Sum(copy => copy.Bytes), kept.Count == 0 ? "Databases from before a migration or a restore." : $"Databases from before a migration or a restore, which MnM never deletes: {string.Join(", ", kept.Select(copy => copy.Path))}"),
                new("Log", Files(Logs.DirectoryOf(storage.Value)), $"A file a day; the latest {Logs.FilesKept} are kept."),
            ],
            database.FreeBytes);
    }

    private static long Files(string directory, string pattern = "*", SearchOption depth = SearchOption.AllDirectories) => Directory.Exists(directory)
        ? new DirectoryInfo(directory).EnumerateFiles(pattern, new EnumerationOptions { IgnoreInaccessible = true, RecurseSubdirectories = depth == SearchOption.AllDirectories }).Sum(file => file.Length)
        : 0;
}
