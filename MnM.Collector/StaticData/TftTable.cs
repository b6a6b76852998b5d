using System.Collections.Frozen;
using System.Text.Json;

namespace MnM.Collector.StaticData;

/// <summary>Names and pictures by Riot's ids, in any case.</summary>
public sealed class TftTable
{
    private readonly FrozenDictionary<string, TftEntry> _entries;

    private TftTable(string? version, FrozenDictionary<string, TftEntry> entries) => (Version, _entries) = (version, entries);

    /// <summary>Data Dragon's version that it was read of; null before.</summary>
    public string? Version { get; }

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Before anything is read.</summary>
    public static TftTable Empty { get; } = new(null, FrozenDictionary<string, TftEntry>.Empty);

    /// <summary>What is known of an id; null where Data Dragon does not have it (yet).</summary>
    public TftEntry? Find(string id) => _entries.GetValueOrDefault(id);

    /// <summary>What people call it.</summary>
    public TftLabel LabelOf(string id) => Find(id) is { } known ? new(id, known.Name, true) : new(id, Shorten(id), false);

    /// <summary>Reads one of <see cref="DataFile.Tft"/>; they have one shape.</summary>
    /// <exception cref="JsonException">It is not that file, or has no entry.</exception>
    internal static TftTable Read(string version, ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<string, TftEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, entry) in JsonSerializer.Deserialize(json, DataDragonJson.Default.TftFile)?.Data ?? [])
        {
            // Keys are paths in some files: Maps/Shipping/Map22/Sets/TFTSet17/Shop/TFT17_Jinx.
            var id = entry?.Id ?? key[(key.LastIndexOf('/') + 1)..];
            // Riot wants no figures of augments, so that nothing here asks for their names.
            if (entry is not null && id.Length > 0 && !id.Contains("_Augment", StringComparison.OrdinalIgnoreCase))
            {
                found[id] = new(id, string.IsNullOrWhiteSpace(entry.Name) ? Shorten(id) : entry.Name, entry.Tier ?? 0, entry.Image?.Full ?? $"{id}.png");
            }
        }

        return found.Count > 0
            ? new(version, found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase))
            : throw new JsonException("The file has no entry.");
    }

    // TFT17_Jinx is Jinx; the title of what shows it has the whole.
    private static string Shorten(string id) => id.LastIndexOf('_') is var at && at >= 0 && at < id.Length - 1 ? id[(at + 1)..] : id;
}

/// <summary>A unit, an item or a trait.</summary>
/// <param name="Id">Riot's, as Data Dragon spells it.</param>
/// <param name="Name">In the language of the settings.</param>
/// <param name="Cost">Of a unit, in gold; 0 for the rest.</param>
/// <param name="Image">File at Data Dragon.</param>
public sealed record TftEntry(string Id, string Name, int Cost, string Image);

/// <summary>How an id is shown.</summary>
/// <param name="Id">Riot's: the title of what shows it.</param>
/// <param name="Text">Its name, or the last part of the id.</param>
/// <param name="IsKnown">Whether that is a name.</param>
public sealed record TftLabel(string Id, string Text, bool IsKnown);
