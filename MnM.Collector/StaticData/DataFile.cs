namespace MnM.Collector.StaticData;

/// <summary>The files of Data Dragon that make a catalog, by their names there and on disk.</summary>
internal static class DataFile
{
    public const string Champions = "champion.json";
    public const string Items = "item.json";
    public const string Spells = "summoner.json";
    public const string Runes = "runesReforged.json";

    public static IReadOnlyList<string> All { get; } = [Champions, Items, Spells, Runes];
}
