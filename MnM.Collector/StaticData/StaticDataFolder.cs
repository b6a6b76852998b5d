using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.StaticData;

/// <summary>Data Dragon's files on disk as they were received: static/{version}/{language}/{file}.</summary>
internal sealed partial class StaticDataFolder(IOptions<StorageOptions> storage, IOptions<StaticDataOptions> options, ILogger<StaticDataFolder> logger)
{
    private readonly string _root = Path.Combine(storage.Value.DataDirectory, "static");

    /// <summary>Data Dragon's name of the language.</summary>
    public string Language { get; } = options.Value.Language;

    /// <summary>Versions that have a folder for the language, newest first; some of their files may be missing.</summary>
    public IEnumerable<string> ListVersions() => Directory.Exists(_root)
        ? Directory.EnumerateDirectories(_root)
            .Where(folder => Directory.Exists(Path.Combine(folder, Language)))
            .Select(folder => Version.TryParse(Path.GetFileName(folder), out var version) ? version : null)
            .OfType<Version>()
            .OrderDescending()
            .Select(version => version.ToString())
        : [];

    /// <summary>The catalog with one more file; null where the file is missing, or was corrupt and is gone now.</summary>
    public Task<StaticCatalog?> ReadAsync(StaticCatalog catalog, string file, CancellationToken cancellationToken) =>
        ReadAsync(catalog.Version!, file, json => catalog.With(file, json), cancellationToken);

    /// <summary>A file of a version as <paramref name="read"/> reads it; null where it is missing, or was corrupt and is gone now.</summary>
    public async Task<T?> ReadAsync<T>(string version, string file, Func<byte[], T> read, CancellationToken cancellationToken)
        where T : class
    {
        var path = PathOf(version, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return read(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (JsonException fault)
        {
            Log.CorruptFile(logger, path, fault.Message);
            File.Delete(path);
            return null;
        }
    }

    /// <summary>Keeps a file of a version.</summary>
    public Task WriteAsync(string version, string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(PathOf(version, file), content, cancellationToken);

    private string PathOf(string version, string file) => Path.Combine(_root, version, Language, file);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be read and will be fetched again: {Reason}")]
        public static partial void CorruptFile(ILogger logger, string path, string reason);
    }
}
