using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.StaticData;

/// <summary>Gives the catalog its queues and maps: first those on disk, then what Riot has. Kept as they were received: static/queues.json and static/maps.json.</summary>
internal sealed partial class GameConstantsStore(
    GameConstantsClient client, StaticDataStore catalogs, IOptions<StorageOptions> storage, ILogger<GameConstantsStore> logger)
{
    private static readonly string[] Files = [GameConstantsClient.Queues, GameConstantsClient.Maps];

    private readonly string _root = Path.Combine(storage.Value.DataDirectory, "static");
    private bool _isRead;
    private bool _failureTold;
    /// <summary>Whether the last look fetched both.</summary>
    internal bool UpToDate { get; private set; }

    /// <summary>Reads the disk on the first call, then asks Riot. A failure keeps what there is.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (!_isRead)
        {
            catalogs.Use(await ReadAsync(cancellationToken));
            _isRead = true;
        }

        try
        {
            foreach (var file in Files)
            {
                var content = await client.GetAsync(file, cancellationToken);
                catalogs.Use(catalogs.Current.Constants.With(file, content));
                await WholeFile.WriteAsync(Path.Combine(_root, file), content, cancellationToken);
            }

            (UpToDate, _failureTold) = (true, false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            UpToDate = false;
            if (!_failureTold)
            {
                _failureTold = true;
                Log.NotRenewed(logger, catalogs.Current.Constants.Queues.Count, fault.Message);
            }
        }
    }

    private async Task<GameConstants> ReadAsync(CancellationToken cancellationToken)
    {
        var constants = GameConstants.Empty;
        foreach (var path in Files.Select(file => Path.Combine(_root, file)).Where(File.Exists))
        {
            try
            {
                constants = constants.With(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));
            }
            catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
            {
                Log.CorruptFile(logger, path, fault.Message);
            }
        }

        return constants;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Riot's lists of queues and maps could not be fetched; the {Queues} queues known stay: {Reason}")]
        public static partial void NotRenewed(ILogger logger, int queues, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be read and will be fetched again: {Reason}")]
        public static partial void CorruptFile(ILogger logger, string path, string reason);
    }
}
