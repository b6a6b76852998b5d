using System.ComponentModel.DataAnnotations;

namespace MnM.Collector.Storage;

/// <summary>Where MnM keeps what it knows.</summary>
public sealed class StorageOptions : IValidatableObject
{
    private const string DerivedName = "tft.db";

    private static readonly string[] OtherFiles = ["mnm.lock", "mnm.address", "owner-code", "welcomed"];

    private string? _database;
    private bool _directoryGiven;

    /// <summary>Folder of the database, pictures, logs and keys, as a full path. The folder of <see cref="DatabasePath"/> where only that one is given.</summary>
    [Display(Name = "--data", Description = "Folder of the database, pictures, logs and keys.")]
    public string DataDirectory
    {
        get => field ?? (_database is null ? DefaultDirectory : Path.GetDirectoryName(_database)!);
        set
        {
            field = Path.GetFullPath(value);
            _directoryGiven = true;
        }
    }

    /// <summary>The database file, as a full path; mnm.db in <see cref="DataDirectory"/> where that one is given or nothing is.</summary>
    [Display(Name = "DB_PATH", Description = "Database file; its folder holds the rest. --data beats it.")]
    public string DatabasePath
    {
        get => _database is null || _directoryGiven ? Path.Combine(DataDirectory, "mnm.db") : _database;
        set => _database = Path.GetFullPath(value);
    }

    /// <summary>The file of what can be derived again of the matches in the database, beside it.</summary>
    internal string DerivedPath => Path.Combine(Path.GetDirectoryName(DatabasePath)!, DerivedName);

    /// <summary>Folder of the backups, as a full path; backups beside the database where none is given.</summary>
    [Display(Name = "BACKUP_PATH", Description = "Folder of backups, for example on another disk.")]
    public string BackupDirectory
    {
        get => field ?? Path.Combine(Path.GetDirectoryName(DatabasePath)!, "backups");
        set => field = Path.GetFullPath(value);
    }

    /// <summary>How many daily backups are kept; 0 makes none.</summary>
    [Display(Name = "BACKUP_KEEP", Description = "Daily backups that are kept; 0 makes none.")]
    [Range(0, 365, ErrorMessage = "must be between 0 and 365")]
    public int BackupsKept { get; set; } = 7;

    /// <summary>What the database is replaced with before MnM starts: a file, or "latest" for the newest backup that is whole.</summary>
    [Display(Name = "--restore", Description = "Backup to start with: a file, or latest.")]
    public string? Restore { get; set; }

    /// <summary>%LOCALAPPDATA%/MnM, ~/.local/share/MnM or ~/Library/Application Support/MnM.</summary>
    public static string DefaultDirectory =>
        // Unverified: a fresh account may lack the folder, and a verified path would then be empty.
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "MnM");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (_directoryGiven)
        {
            yield break;
        }

        if (Directory.Exists(_database))
        {
            yield return new($"\"{_database}\" is a folder, not a file", [nameof(DatabasePath)]);
        }

        // MnM makes those files anew or deletes them, and what SQLite keeps beside the first one: a database of such a name would be lost.
        if (Path.GetFileName(_database) is { } name && (name.StartsWith(DerivedName, StringComparison.OrdinalIgnoreCase) || OtherFiles.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            yield return new($"\"{_database}\" is the name of another file of MnM's", [nameof(DatabasePath)]);
        }
    }
}
