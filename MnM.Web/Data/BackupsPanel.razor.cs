using System.Globalization;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Backups;
using MnM.Web.Shell;

namespace MnM.Web.Data;

/// <summary>The backups: makes one, takes one back, deletes one; and what can be exported.</summary>
public sealed partial class BackupsPanel(BackupFolder folder, BackupDesk desk, DatabaseRestore restore, Restart restart, IOptions<StorageOptions> options, ILogger<BackupsPanel> logger)
{
    private static readonly (string Name, string Ending)[] Formats = [("CSV", "csv"), ("JSON", "json"), ("JSON Lines", "jsonl")];

    private IReadOnlyList<Backup>? _backups;
    private (Backup Backup, bool Restore)? _asked;
    private (bool IsGood, string Text)? _said;
    private bool _making;
    private bool _busy;
    private bool _restarting;

    private bool IsOff => _busy || _making || _restarting || !RendererInfo.IsInteractive;

    private string ByItself => options.Value.BackupsKept switch
    {
        0 => "None is made (BACKUP_KEEP).",
        1 => "One a day; the latest is kept.",
        var kept => string.Create(CultureInfo.InvariantCulture, $"One a day; the latest {kept} are kept."),
    };

    /// <summary>Why a backup is there.</summary>
    internal static string Kind(Backup backup) => backup.Kind switch
    {
        BackupKind.Daily => "by itself",
        BackupKind.Replaced => "replaced by a restore",
        _ => "made by hand",
    };

    /// <inheritdoc />
    protected override void OnInitialized() => Read();

    private async Task MakeAsync()
    {
        (_making, _said) = (true, null);
        var answer = await desk.MakeAsync(BackupKind.Manual, CancellationToken.None);
        _making = false;
        _said = answer.Fault is { } fault ? (false, fault) : (true, "The backup is made and whole.");
        Read();
    }

    private async Task AnswerAsync((Backup Backup, bool Restore) asked)
    {
        (_asked, _said, _busy) = (null, null, true);
        try
        {
            if (asked.Restore)
            {
                await RestoreAsync(asked.Backup);
            }
            else
            {
                folder.Delete(asked.Backup.Name);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.Failed(logger, asked.Backup.Name, fault);
            _said = (false, "The file could not be changed; the log says why.");
        }

        _busy = false;
        Read();
    }

    private async Task RestoreAsync(Backup backup)
    {
        if (folder.Find(backup.Name) is not { } file)
        {
            _said = (false, "This backup is gone.");
        }
        else if (await restore.StageAsync(file, CancellationToken.None) is { } fault)
        {
            _said = (false, fault);
        }
        else
        {
            _restarting = true;
            restart.Begin();
        }
    }

    private void Read()
    {
        try
        {
            _backups = folder.List();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.NotRead(logger, fault);
            _said = (false, "The folder of the backups cannot be read.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of the backups could not be read")]
        public static partial void NotRead(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Backup {Name} could not be changed")]
        public static partial void Failed(ILogger logger, string name, Exception fault);
    }
}
