using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Storage.Backups;

/// <summary>Makes a backup a day and deletes daily ones that are too many. Those that somebody asked for stay.</summary>
internal sealed class BackupLoop(BackupDesk desk, BackupFolder folder, IOptions<StorageOptions> options, TimeProvider time, ILogger<BackupLoop> logger) : PollingService(time, logger)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>A start has better things to do.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    private readonly TimeProvider _time = time;
    private DateTimeOffset _notBefore = time.GetUtcNow() + AfterStart;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        // Where the clock was set back meanwhile, an hour would become days.
        if (_notBefore > _time.GetUtcNow() + AfterFault)
        {
            _notBefore = _time.GetUtcNow() + AfterFault;
        }

        var (keep, now) = (options.Value.BackupsKept, _time.GetUtcNow());
        if (keep == 0 || now < _notBefore || (Daily() is [var newest, ..] && now - newest.MadeAt < Day))
        {
            return;
        }

        if ((await desk.MakeAsync(BackupKind.Daily, cancellationToken)).Made is null)
        {
            _notBefore = now + AfterFault;
            return;
        }

        foreach (var old in Daily().Skip(keep))
        {
            folder.Delete(old.Name);
        }
    }

    /// <summary>Without those of a time to come: made by a clock that was ahead, one would be the newest until its day and all real ones too many.</summary>
    private List<Backup> Daily()
    {
        var now = _time.GetUtcNow();
        return [.. folder.List().Where(backup => backup.Kind == BackupKind.Daily && backup.MadeAt <= now)];
    }
}
