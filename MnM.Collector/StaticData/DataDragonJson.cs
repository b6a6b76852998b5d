using System.Text.Json.Serialization;

namespace MnM.Collector.StaticData;

internal sealed record ChampionFile(Dictionary<string, ChampionEntry?>? Data);

internal sealed record ChampionEntry(string? Id, int Key, string? Name, string? Title, string?[]? Tags, ImageEntry? Image);

internal sealed record ItemFile(Dictionary<string, ItemEntry?>? Data);

internal sealed record ItemEntry(string? Name, GoldEntry? Gold, string[]? From, string[]? Into, ImageEntry? Image);

internal sealed record GoldEntry(int Total);

internal sealed record SpellFile(Dictionary<string, SpellEntry?>? Data);

internal sealed record SpellEntry(string? Id, int Key, string? Name, ImageEntry? Image);

internal sealed record ImageEntry(string? Full);

internal sealed record RuneTreeEntry(int Id, string? Name, string? Icon, RuneSlotEntry?[]? Slots);

internal sealed record RuneSlotEntry(RuneEntry?[]? Runes);

internal sealed record RuneEntry(int Id, string? Name, string? Icon);

internal sealed record TftFile(Dictionary<string, TftFileEntry?>? Data);

// Riot's "tier" is what a unit costs.
internal sealed record TftFileEntry(string? Id, string? Name, int? Tier, ImageEntry? Image);

/// <summary>What MnM reads of Data Dragon's files; every part may be missing. Numbers of champions and spells are strings there.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(ChampionFile))]
[JsonSerializable(typeof(ItemFile))]
[JsonSerializable(typeof(SpellFile))]
[JsonSerializable(typeof(RuneTreeEntry[]))]
[JsonSerializable(typeof(TftFile))]
internal sealed partial class DataDragonJson : JsonSerializerContext;
