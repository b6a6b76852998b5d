using Microsoft.Extensions.Logging;

namespace MnM.Collector.StaticData;

/// <summary>The catalog in use: first the newest one on disk, then whatever Data Dragon has that is newer.</summary>
public sealed partial class StaticDataStore
{
    private readonly TaskCompletionSource<CatalogSource> _firstLook = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StaticDataFolder _folder;
    private readonly DataDragonClient _client;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private Task? _diskRead;
    private bool _failureTold;
    private volatile StaticCatalog _current = StaticCatalog.Empty;

    internal StaticDataStore(StaticDataFolder folder, DataDragonClient client, ILogger<StaticDataStore> logger)
    {
        _folder = folder;
        _client = client;
        _logger = logger;
    }

    /// <summary>The catalog of now; hold it in a local where several look-ups belong together.</summary>
    public StaticCatalog Current => _current;

    /// <summary>Ends once it is known where the first catalog came from, at once where the disk has one; never faults.</summary>
    public Task<CatalogSource> FirstLookDone => _firstLook.Task;

    /// <summary>Whether the look before this moment ended with the newest version in use.</summary>
    internal bool UpToDate { get; private set; }

    /// <summary>Uses the newest catalog on disk, where there is one. The first call reads it; a fault of the disk is told to each.</summary>
    internal Task ReadDiskAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _diskRead ??= Task.Run(() => UseNewestAsync(cancellationToken), cancellationToken);
        }
    }

    /// <summary>Reads the disk on the first call, then asks Data Dragon. A failure keeps what there is.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_firstLook.Task.IsCompleted)
            {
                await ReadDiskAsync(cancellationToken);
            }

            await RenewAsync(cancellationToken);
        }
        finally
        {
            _firstLook.TrySetResult(_current.Version is null ? CatalogSource.None : CatalogSource.Network);
        }
    }

    private async Task UseNewestAsync(CancellationToken cancellationToken)
    {
        if (await ReadNewestAsync(cancellationToken) is { } known)
        {
            Use(known);
            _firstLook.TrySetResult(CatalogSource.Disk);
        }
    }

    private async Task<StaticCatalog?> ReadNewestAsync(CancellationToken cancellationToken)
    {
        foreach (var version in _folder.ListVersions())
        {
            StaticCatalog? catalog = new() { Version = version };
            foreach (var file in DataFile.All)
            {
                catalog = catalog is null ? null : await _folder.ReadAsync(catalog, file, cancellationToken);
            }

            if (catalog is not null)
            {
                return catalog;
            }
        }

        return null;
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            var version = await _client.FindNewestVersionAsync(cancellationToken);
            if (version != _current.Version)
            {
                Use(await FetchAsync(version, cancellationToken));
            }

            UpToDate = true;
            _failureTold = false;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            UpToDate = false;
            if (!_failureTold)
            {
                _failureTold = true;
                Log.NotRenewed(_logger, _current.Version ?? "none", fault.Message);
            }
        }
    }

    private async Task<StaticCatalog> FetchAsync(string version, CancellationToken cancellationToken)
    {
        var catalog = new StaticCatalog { Version = version };
        foreach (var file in DataFile.All)
        {
            catalog = await _folder.ReadAsync(catalog, file, cancellationToken) ?? await FetchAsync(catalog, file, cancellationToken);
        }

        return catalog;
    }

    private async Task<StaticCatalog> FetchAsync(StaticCatalog catalog, string file, CancellationToken cancellationToken)
    {
        var content = await _client.GetFileAsync(catalog.Version!, _folder.Language, file, cancellationToken);
        var grown = catalog.With(file, content);
        await _folder.WriteAsync(catalog.Version!, file, content, cancellationToken);
        return grown;
    }

    /// <summary>Takes newer queues and maps in.</summary>
    internal void Use(GameConstants constants)
    {
        lock (_lock)
        {
            _current = _current with { Constants = constants };
        }
    }

    /// <summary>Takes one of <see cref="DataFile.Tft"/> in.</summary>
    internal void Use(string file, TftTable table)
    {
        lock (_lock)
        {
            _current = _current with { Tft = _current.Tft.With(file, table) };
        }
    }

    private void Use(StaticCatalog catalog)
    {
        lock (_lock)
        {
            _current = catalog with { Constants = _current.Constants, Tft = _current.Tft };
        }

        Log.InUse(_logger, catalog.Version!, catalog.Champions.Count, catalog.Items.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Static data {Version} in use: {Champions} champions, {Items} items")]
        public static partial void InUse(ILogger logger, string version, int champions, int items);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Data Dragon could not be asked, static data in use stays ({Version}): {Reason}")]
        public static partial void NotRenewed(ILogger logger, string version, string reason);
    }
}
