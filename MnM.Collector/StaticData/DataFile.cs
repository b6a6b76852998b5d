namespace MnM.Collector.StaticData;

/// <summary>The files of Data Dragon that make a catalog, by their names there and on disk.</summary>
internal static class DataFile
{
    public const string Champions = "champion.json";
    public const string Items = "item.json";
    public const string Spells = "summoner.json";
    public const string Runes = "runesReforged.json";
    public const string TftUnits = "tft-champion.json";
    public const string TftItems = "tft-item.json";
    public const string TftTraits = "tft-trait.json";

    public static IReadOnlyList<string> All { get; } = [Champions, Items, Spells, Runes];

    /// <summary>Those of Teamfight Tactics, which may be missing.</summary>
    public static IReadOnlyList<string> Tft { get; } = [TftUnits, TftItems, TftTraits];
}
