using Microsoft.Extensions.Logging;

namespace MnM.Collector.StaticData;

/// <summary>What pages show: small copies of Riot's pictures beside them, static/pictures/{kind}/{key}-{size}.webp, each made when it is first asked for.</summary>
public sealed partial class SmallPictureStore : IDisposable
{
    private static readonly TimeSpan NotTriedAgain = TimeSpan.FromMinutes(10);

    // One at a time: pictures come by the dozen, and each is some megabytes while it is made.
    private readonly SemaphoreSlim _slot = new(1);
    private readonly PictureMisses _misses;
    private readonly PictureStore _pictures;
    private readonly ILogger _logger;

    internal SmallPictureStore(PictureStore pictures, TimeProvider time, ILogger<SmallPictureStore> logger)
    {
        _misses = new(time);
        _pictures = pictures;
        _logger = logger;
    }

    /// <summary>The picture's full path; null where <see cref="PictureStore"/> has none, and for what cannot be read as one.</summary>
    public async ValueTask<string?> FindAsync(PictureKind kind, string key, PictureSize size, CancellationToken cancellationToken)
    {
        if (await _pictures.FindAsync(kind, key, cancellationToken) is not { } picture)
        {
            return null;
        }

        var path = $"{picture.AsSpan(0, picture.Length - Path.GetExtension(picture.AsSpan()).Length)}-{(int)size}.webp";
        return File.Exists(path) ? path : await MakeAsync(picture, path, size, cancellationToken);
    }

    /// <summary>Nothing can be asked for afterwards.</summary>
    public void Dispose() => _slot.Dispose();

    private async Task<string?> MakeAsync(string picture, string path, PictureSize size, CancellationToken cancellationToken)
    {
        await _slot.WaitAsync(cancellationToken);
        try
        {
            // It may have been made while this one waited.
            if (File.Exists(path))
            {
                return path;
            }

            if (_misses.Holds(path))
            {
                return null;
            }

            if (SmallPicture.Make(await File.ReadAllBytesAsync(picture, cancellationToken), (int)size) is not { } small)
            {
                _misses.Add(path, NotTriedAgain);
                Log.NoPicture(_logger, picture);
                return null;
            }

            await WholeFile.WriteAsync(path, small, cancellationToken);
            return path;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DllNotFoundException or TypeInitializationException)
        {
            // A full disk, a folder that may only be read, or a system for which SkiaSharp has no library: pages show Riot's own.
            Log.NotMade(_logger, path, fault.Message);
            return picture;
        }
        finally
        {
            _slot.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be read as a picture; a drawing is shown instead")]
        public static partial void NoPicture(ILogger logger, string path);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Path} could not be made: {Reason}")]
        public static partial void NotMade(ILogger logger, string path, string reason);
    }
}
