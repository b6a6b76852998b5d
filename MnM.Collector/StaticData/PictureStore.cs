using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.StaticData;

/// <summary>Pictures on disk, static/pictures/{kind}/{key}.png; each is fetched from Data Dragon when it is first asked for.</summary>
public sealed partial class PictureStore : IDisposable
{
    private const int LargestPicture = 1 << 20;
    private const int FetchesAtOnce = 4;

    private static readonly TimeSpan NotAskedAgain = TimeSpan.FromMinutes(10);

    // Shorter, so that pictures come soon after the network does.
    private static readonly TimeSpan NotAskedAgainWithoutAnswer = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<string?>> _fetches = [];
    private readonly SemaphoreSlim _slots = new(FetchesAtOnce);
    private readonly CancellationTokenSource _stopping = new();
    private readonly PictureMisses _misses;
    private readonly StaticDataStore _catalogs;
    private readonly DataDragonClient _client;
    private readonly ILogger _logger;
    private readonly string _root;

    internal PictureStore(
        StaticDataStore catalogs, DataDragonClient client, IOptions<StorageOptions> storage, TimeProvider time, ILogger<PictureStore> logger)
    {
        _catalogs = catalogs;
        _client = client;
        _logger = logger;
        _misses = new(time);
        _root = Path.Combine(storage.Value.DataDirectory, "static", "pictures");
    }

    /// <summary>The picture's full path; null for a key that cannot be, and for what Data Dragon does not have or cannot be asked for now.</summary>
    public async ValueTask<string?> FindAsync(PictureKind kind, string key, CancellationToken cancellationToken)
    {
        if (!PictureKey.TryCreate(kind, key, out var picture))
        {
            return null;
        }

        var entry = picture.LookUp(_catalogs.Current);
        var path = Path.Combine(_root, entry.Key.Folder, $"{entry.Key.Key}.png");
        if (File.Exists(path))
        {
            return path;
        }

        return entry.Path is null ? null : await ShareFetch(path, entry.Path).WaitAsync(cancellationToken);
    }

    /// <summary>Ends fetches that still run.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private Task<string?> ShareFetch(string path, string address)
    {
        lock (_gate)
        {
            if (_fetches.TryGetValue(path, out var running))
            {
                return running;
            }

            if (_misses.Holds(path))
            {
                return Task.FromResult<string?>(null);
            }

            // On the store's own token: the first to ask may leave while others wait for the same picture.
            var stopping = _stopping.Token;
            return _fetches[path] = Task.Run(() => FetchAsync(path, address, stopping), stopping);
        }
    }

    private async Task<string?> FetchAsync(string path, string address, CancellationToken cancellationToken)
    {
        var missedFor = NotAskedAgainWithoutAnswer;
        try
        {
            missedFor = await TryKeepAsync(path, address, cancellationToken) ? TimeSpan.Zero : NotAskedAgain;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotFetched(_logger, address, fault.Message);
        }
        finally
        {
            lock (_gate)
            {
                if (missedFor > TimeSpan.Zero)
                {
                    _misses.Add(path, missedFor);
                }

                _fetches.Remove(path);
            }
        }

        return missedFor == TimeSpan.Zero ? path : null;
    }

    private async Task<bool> TryKeepAsync(string path, string address, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            // It may have come between the look at the disk and this fetch.
            if (File.Exists(path))
            {
                return true;
            }

            if (await _client.GetPictureAsync(address, cancellationToken) is not { } content)
            {
                return false;
            }

            if (content.Length > LargestPicture || PictureFormat.MediaType(content) is null)
            {
                Log.NoPicture(_logger, address, content.Length);
                return false;
            }

            await WholeFile.WriteAsync(path, content, cancellationToken);
            return true;
        }
        finally
        {
            _slots.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} is not a picture of at most 1 MB ({Bytes} bytes) and was dropped")]
        public static partial void NoPicture(ILogger logger, string address, int bytes);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Address} could not be fetched: {Reason}")]
        public static partial void NotFetched(ILogger logger, string address, string reason);
    }
}
