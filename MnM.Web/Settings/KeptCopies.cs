using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Backups;
using MnM.Web.Hosting;

namespace MnM.Web.Settings;

/// <summary>Files that may name somebody who was erased, until they are deleted.</summary>
/// <param name="Backups">How many backups there are.</param>
/// <param name="SetAside">The databases that were put aside, with their folder.</param>
/// <param name="Logs">How many files the log has.</param>
/// <param name="LogFolder">Where.</param>
public sealed record KeptCopies(int Backups, ImmutableArray<string> SetAside, int Logs, string LogFolder)
{
    /// <summary>The same for people.</summary>
    public string InWords()
    {
        string?[] parts =
        [
            Backups == 0 ? null : $"{Count(Backups, "backup")} (panel Backups)",
            .. SetAside,
            Logs == 0 ? null : $"{Count(Logs, "log file")} in {LogFolder}",
        ];
        return parts.OfType<string>().ToList() is { Count: > 0 } there ? $"Until they are deleted, these may still name them: {string.Join(", ", there)}." : "No other file of MnM’s names them.";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? null : "s")}";
}

/// <summary>Looks for files that erasing somebody does not reach.</summary>
public sealed class KeptCopiesReader(BackupFolder backups, SetAsideCopies aside, IOptions<StorageOptions> storage)
{
    /// <summary>Those of now; null where the folders cannot be read.</summary>
    public KeptCopies? Read()
    {
        try
        {
            var logs = Logs.DirectoryOf(storage.Value);
            return new(backups.List().Count, [.. aside.List().Select(copy => copy.Path)], Directory.Exists(logs) ? Directory.GetFiles(logs).Length : 0, logs);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
