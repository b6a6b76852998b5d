using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MnM.Collector.StaticData;

/// <summary>Reads Data Dragon's files into a catalog; entries without an id are left out, missing names and prices stand in as id and 0.</summary>
internal static class CatalogReader
{
    // Below this price lie boots, starters and parts that happen to build into nothing.
    private const int CheapestFinishedItem = 1600;

    /// <summary>The catalog with the content of one more file.</summary>
    /// <exception cref="JsonException">It is not that file, or has no entry.</exception>
    public static StaticCatalog With(this StaticCatalog catalog, string file, ReadOnlySpan<byte> json) => file switch
    {
        DataFile.Champions => catalog with { Champions = Champions(json) },
        DataFile.Items => catalog with { Items = Items(json) },
        DataFile.Spells => catalog with { Spells = Spells(json) },
        DataFile.Runes => catalog with { Runes = Runes(json) },
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "Not a file of the catalog."),
    };

    private static FrozenDictionary<string, StaticChampion> Champions(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<string, StaticChampion>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, entry) in JsonSerializer.Deserialize(json, DataDragonJson.Default.ChampionFile)?.Data ?? [])
        {
            if (entry is { Key: not 0 })
            {
                var alias = entry.Id ?? key;
                found[alias] = new(entry.Key, alias, entry.Name ?? alias, entry.Image?.Full ?? $"{alias}.png")
                {
                    Title = entry.Title ?? "",
                    Tags = entry.Tags is { Length: > 0 } tags ? [.. tags.OfType<string>()] : [],
                };
            }
        }

        return NotEmpty(found).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<int, StaticItem> Items(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<int, StaticItem>();
        foreach (var (key, entry) in JsonSerializer.Deserialize(json, DataDragonJson.Default.ItemFile)?.Data ?? [])
        {
            if (entry is not null && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                var price = entry.Gold?.Total ?? 0;
                var finished = entry.From is { Length: > 0 } && entry.Into is null or { Length: 0 } && price >= CheapestFinishedItem;
                found[id] = new(id, entry.Name ?? key, price, finished, entry.Image?.Full ?? $"{key}.png");
            }
        }

        return NotEmpty(found).ToFrozenDictionary();
    }

    private static FrozenDictionary<string, StaticSpell> Spells(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<string, StaticSpell>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, entry) in JsonSerializer.Deserialize(json, DataDragonJson.Default.SpellFile)?.Data ?? [])
        {
            if (entry is { Key: not 0 })
            {
                var alias = entry.Id ?? key;
                found[alias] = new(entry.Key, alias, entry.Name ?? alias, entry.Image?.Full ?? $"{alias}.png");
            }
        }

        return NotEmpty(found).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<int, StaticRune> Runes(ReadOnlySpan<byte> json)
    {
        var found = new Dictionary<int, StaticRune>();
        foreach (var tree in JsonSerializer.Deserialize(json, DataDragonJson.Default.RuneTreeEntryArray) ?? [])
        {
            Add(tree?.Id, tree?.Name, tree?.Icon);
            foreach (var rune in (tree?.Slots ?? []).SelectMany(slot => slot?.Runes ?? []))
            {
                Add(rune?.Id, rune?.Name, rune?.Icon);
            }
        }

        return NotEmpty(found).ToFrozenDictionary();

        void Add(int? id, string? name, string? icon)
        {
            if (id is int known and not 0)
            {
                found[known] = new(known, name ?? known.ToString(CultureInfo.InvariantCulture), icon ?? "");
            }
        }
    }

    // A page of some proxy, or a truncated file that still parses, would otherwise replace a good catalog.
    private static Dictionary<TKey, TValue> NotEmpty<TKey, TValue>(Dictionary<TKey, TValue> found)
        where TKey : notnull =>
        found.Count > 0 ? found : throw new JsonException("The file has no entry.");
}
