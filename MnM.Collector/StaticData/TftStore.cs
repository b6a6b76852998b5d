using Microsoft.Extensions.Logging;

namespace MnM.Collector.StaticData;

/// <summary>Gives the catalog its units, items and traits: first the newest files on disk, then those of the version in use. A version without them is no fault: the names before it stay.</summary>
internal sealed partial class TftStore(StaticDataFolder folder, DataDragonClient client, StaticDataStore catalogs, ILogger<TftStore> logger)
{
    private bool _isRead;
    private bool _failureTold;

    /// <summary>Whether the last look could ask for all that is missing.</summary>
    internal bool UpToDate { get; private set; }

    /// <summary>Uses the newest files on disk. Does nothing once they are read.</summary>
    internal async Task ReadDiskAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
        {
            await ReadAsync(cancellationToken);
            _isRead = true;
        }
    }

    /// <summary>Reads the disk on the first call, then asks Data Dragon. A failure keeps what there is.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await ReadDiskAsync(cancellationToken);

        // Without a version there was no answer either; the next look asks again soon.
        UpToDate = false;
        if (catalogs.Current.Version is not { } version)
        {
            return;
        }

        try
        {
            foreach (var file in DataFile.Tft.Where(file => catalogs.Current.Tft.Of(file).Version != version))
            {
                await FetchAsync(version, file, cancellationToken);
            }

            (UpToDate, _failureTold) = (true, false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            if (!_failureTold)
            {
                _failureTold = true;
                Log.NotRenewed(logger, catalogs.Current.Tft.Units.Version ?? "none", fault.Message);
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var file in DataFile.Tft)
        {
            foreach (var version in folder.ListVersions())
            {
                if (await folder.ReadAsync(version, file, json => TftTable.Read(version, json), cancellationToken) is { } table)
                {
                    catalogs.Use(file, table);
                    break;
                }
            }
        }
    }

    private async Task FetchAsync(string version, string file, CancellationToken cancellationToken)
    {
        if (await client.FindFileAsync(version, folder.Language, file, cancellationToken) is { } content)
        {
            catalogs.Use(file, TftTable.Read(version, content));
            await folder.WriteAsync(version, file, content, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Data Dragon could not be asked for Teamfight Tactics, the names in use stay ({Version}): {Reason}")]
        public static partial void NotRenewed(ILogger logger, string version, string reason);
    }
}
