using System.Globalization;

namespace MnM.Collector.Storage.Backups;

/// <summary>Why a backup is there.</summary>
public enum BackupKind
{
    /// <summary>Made by MnM itself, once a day; the oldest go by themselves.</summary>
    Daily,

    /// <summary>Made because somebody asked; stays until somebody deletes it.</summary>
    Manual,

    /// <summary>What a restore replaced; stays until somebody deletes it.</summary>
    Replaced,
}

/// <summary>A whole copy of the database in a file of its own.</summary>
/// <param name="Name">Name of its file.</param>
/// <param name="Kind">Why it is there.</param>
/// <param name="MadeAt">UTC, to the second.</param>
/// <param name="Bytes">Size of its file.</param>
public sealed record Backup(string Name, BackupKind Kind, DateTimeOffset MadeAt, long Bytes)
{
    private const string Time = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>mnm-20261123T021400Z-daily.db.</summary>
    internal static string NameOf(string stem, BackupKind kind, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{stem}-{at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)}-{kind.ToString().ToLowerInvariant()}.db");

    /// <summary>The backup in a file; null where the file is something else.</summary>
    internal static Backup? Of(string stem, FileInfo file) =>
        file.Name.StartsWith(stem + "-", StringComparison.Ordinal)
        && file.Name[(stem.Length + 1)..].Split('-') is [var time, var rest]
        && DateTimeOffset.TryParseExact(time, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && Enum.TryParse<BackupKind>(Path.GetFileNameWithoutExtension(rest), ignoreCase: true, out var kind)
        && NameOf(stem, kind, at) == file.Name
            ? new(file.Name, kind, at, file.Length)
            : null;
}
