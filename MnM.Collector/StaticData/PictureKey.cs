using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MnM.Collector.StaticData;

/// <summary>A picture's name, safe as a file name: letters, digits and underscore, or a number.</summary>
public sealed record PictureKey
{
    private const int LongestKey = 40;

    // TFT_Item_Artifact_TitanicHydra and longer ones.
    private const int LongestTftKey = 80;

    private PictureKey(PictureKind kind, string key) => (Kind, Key) = (kind, key);

    /// <summary>What the picture shows.</summary>
    public PictureKind Kind { get; }

    /// <summary>Alias or id.</summary>
    public string Key { get; }

    /// <summary>The kind as folders and addresses spell it.</summary>
    public string Folder => Kind switch
    {
        PictureKind.Champion => "champion",
        PictureKind.Item => "item",
        PictureKind.Spell => "spell",
        PictureKind.Rune => "rune",
        PictureKind.TftUnit => "tft-champion",
        PictureKind.TftItem => "tft-item",
        PictureKind.TftTrait => "tft-trait",
        _ => "profileicon",
    };

    /// <summary>Reads a kind as <see cref="Folder"/> spells it and a key.</summary>
    public static bool TryParse(string kind, string key, [NotNullWhen(true)] out PictureKey? picture)
    {
        PictureKind? known = kind switch
        {
            "champion" => PictureKind.Champion,
            "item" => PictureKind.Item,
            "spell" => PictureKind.Spell,
            "rune" => PictureKind.Rune,
            "profileicon" => PictureKind.ProfileIcon,
            "tft-champion" => PictureKind.TftUnit,
            "tft-item" => PictureKind.TftItem,
            "tft-trait" => PictureKind.TftTrait,
            _ => null,
        };
        picture = null;
        return known is { } found && TryCreate(found, key, out picture);
    }

    /// <summary>Takes a key of the kind: an alias or an id of Teamfight Tactics of letters, digits and underscores, or a number.</summary>
    public static bool TryCreate(PictureKind kind, string key, [NotNullWhen(true)] out PictureKey? picture)
    {
        if (kind is PictureKind.TftUnit or PictureKind.TftItem or PictureKind.TftTrait)
        {
            picture = IsAlias(key, LongestTftKey) ? new(kind, key) : null;
        }
        else if (kind is PictureKind.Champion or PictureKind.Spell)
        {
            picture = IsAlias(key, LongestKey) ? new(kind, key) : null;
        }
        else
        {
            // Through the number, so that 03031 is the picture of 3031.
            picture = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && key.Length <= LongestKey
                ? new(kind, id.ToString(CultureInfo.InvariantCulture))
                : null;
        }

        return picture is not null;
    }

    /// <summary>What the catalog knows of it; for what it does not know, the file that Data Dragon would most likely have.</summary>
    public PictureEntry LookUp(StaticCatalog catalog)
    {
        var number = Kind is PictureKind.Item or PictureKind.Rune ? int.Parse(Key, CultureInfo.InvariantCulture) : 0;
        return Kind switch
        {
            PictureKind.Champion when catalog.Champions.TryGetValue(Key, out var champion) =>
                new(new(Kind, champion.Alias), champion.Name, Versioned(champion.Image)),
            PictureKind.Spell when catalog.Spells.TryGetValue(Key, out var spell) => new(new(Kind, spell.Alias), spell.Name, Versioned(spell.Image)),
            PictureKind.Item when catalog.Items.TryGetValue(number, out var item) => new(this, item.Name, Versioned(item.Image)),
            PictureKind.Rune when catalog.Runes.TryGetValue(number, out var rune) => new(this, rune.Name, $"img/{rune.Image}"),
            PictureKind.Rune => new(this, null, null),
            PictureKind.TftUnit => Tactics(catalog.Tft.Units),
            PictureKind.TftItem => Tactics(catalog.Tft.Items),
            PictureKind.TftTrait => Tactics(catalog.Tft.Traits),
            _ => new(this, null, Versioned($"{Key}.png")),
        };

        PictureEntry Tactics(TftTable table) => table.Find(Key) is { } known
            ? new(new(Kind, known.Id), known.Name, $"{table.Version}/img/{Folder}/{known.Image}")
            : new(this, table.LabelOf(Key).Text, null);

        string? Versioned(string image) => catalog.Version is null ? null : $"{catalog.Version}/img/{Folder}/{image}";
    }

    private static bool IsAlias(string key, int longest) =>
        key.Length > 0 && key.Length <= longest && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}

/// <summary>A picture as a catalog sees it: the key spelt as there, its name if it has one, its path below Data Dragon's /cdn if it can have one.</summary>
public sealed record PictureEntry(PictureKey Key, string? Name, string? Path);
