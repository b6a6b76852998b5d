using Microsoft.Extensions.Options;

namespace MnM.Collector.Storage.Backups;

/// <summary>The files of the backups.</summary>
public sealed class BackupFolder(IOptions<StorageOptions> options)
{
    /// <summary>Its full path.</summary>
    public string Path => options.Value.BackupDirectory;

    private string Stem => System.IO.Path.GetFileNameWithoutExtension(options.Value.DatabasePath);

    /// <summary>All backups, newest first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is not for this account.</exception>
    public IReadOnlyList<Backup> List()
    {
        try
        {
            return
            [
                .. new DirectoryInfo(Path).EnumerateFiles("*.db")
                    .Select(file => Backup.Of(Stem, file)).OfType<Backup>()
                    .OrderByDescending(backup => backup.MadeAt).ThenByDescending(backup => backup.Name, StringComparer.Ordinal),
            ];
        }
        catch (DirectoryNotFoundException) when (!File.Exists(Path))
        {
            // The first backup makes it.
            return [];
        }
    }

    /// <summary>Where a backup is; null where there is none of this name. What is no name of a backup leads nowhere, least of all out of the folder.</summary>
    public string? Find(string name) => List().Any(backup => backup.Name == name) ? System.IO.Path.Combine(Path, name) : null;

    /// <summary>Deletes a backup; answers whether there was one.</summary>
    public bool Delete(string name)
    {
        if (Find(name) is not { } file)
        {
            return false;
        }

        File.Delete(file);
        return true;
    }

    /// <summary>Where the next backup goes. What a kill left of an unfinished one is deleted: only one is made at a time.</summary>
    internal string Place(BackupKind kind, DateTimeOffset at)
    {
        OwnersFiles.CreateFolder(Path);
        foreach (var rest in Directory.EnumerateFiles(Path, $"{Stem}-*.db.part*"))
        {
            File.Delete(rest);
        }

        return System.IO.Path.Combine(Path, Backup.NameOf(Stem, kind, at));
    }
}
