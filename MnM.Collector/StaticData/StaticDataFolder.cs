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
    public async Task<StaticCatalog?> ReadAsync(StaticCatalog catalog, string file, CancellationToken cancellationToken)
    {
        var path = PathOf(catalog, file);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return catalog.With(file, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (JsonException fault)
        {
            Log.CorruptFile(logger, path, fault.Message);
            File.Delete(path);
            return null;
        }
    }

    /// <summary>Keeps a file of the catalog's version.</summary>
    public Task WriteAsync(StaticCatalog catalog, string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(PathOf(catalog, file), content, cancellationToken);

    private string PathOf(StaticCatalog catalog, string file) => Path.Combine(_root, catalog.Version!, Language, file);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be read and will be fetched again: {Reason}")]
        public static partial void CorruptFile(ILogger logger, string path, string reason);
    }
}
