using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MnM.Collector.StaticData;

/// <summary>Champions, items, spells and runes of one version of Data Dragon; immutable. Empty until the first one is read.</summary>
public sealed record StaticCatalog
{
    /// <summary>Data Dragon's version, for example 16.18.1; null while nothing could be read.</summary>
    public string? Version { get; init; }

    /// <summary>Champions by alias ("MonkeyKing"), case-insensitive.</summary>
    public FrozenDictionary<string, StaticChampion> Champions { get; init; } = FrozenDictionary<string, StaticChampion>.Empty;

    /// <summary>Items by id.</summary>
    public FrozenDictionary<int, StaticItem> Items { get; init; } = FrozenDictionary<int, StaticItem>.Empty;

    /// <summary>Summoner spells by alias ("SummonerFlash"), case-insensitive.</summary>
    public FrozenDictionary<string, StaticSpell> Spells { get; init; } = FrozenDictionary<string, StaticSpell>.Empty;

    /// <summary>Runes and rune trees by id.</summary>
    public FrozenDictionary<int, StaticRune> Runes { get; init; } = FrozenDictionary<int, StaticRune>.Empty;

    /// <summary>Queues and maps; they bear no version of their own.</summary>
    public GameConstants Constants { get; init; } = GameConstants.Empty;

    /// <summary>Units, items and traits of Teamfight Tactics; they may be of an earlier version.</summary>
    public TftCatalog Tft { get; init; } = TftCatalog.Empty;

    /// <summary>The champion with Riot's number; null where there is none.</summary>
    public StaticChampion? ChampionOf(int id) => Champions.Values.FirstOrDefault(champion => champion.Id == id);

    /// <summary>The summoner spell with Riot's number; null where there is none.</summary>
    public StaticSpell? SpellOf(int id) => Spells.Values.FirstOrDefault(spell => spell.Id == id);

    /// <summary>The catalog before anything is read.</summary>
    public static StaticCatalog Empty { get; } = new();
}

/// <summary>A champion.</summary>
public sealed record StaticChampion(int Id, string Alias, string Name, string Image)
{
    /// <summary>For example "the Nine-Tailed Fox"; empty where Data Dragon does not say.</summary>
    public string Title { get; init; } = "";

    /// <summary>Riot's classes, the first one first: Mage, Assassin.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}

/// <summary>An item; <paramref name="TotalGold"/> is its full price, <paramref name="Finished"/> whether it has parts and builds into nothing.</summary>
public sealed record StaticItem(int Id, string Name, int TotalGold, bool Finished, string Image);

/// <summary>A summoner spell.</summary>
public sealed record StaticSpell(int Id, string Alias, string Name, string Image);

/// <summary>A rune or a rune tree; <paramref name="Image"/> is Data Dragon's path without version.</summary>
public sealed record StaticRune(int Id, string Name, string Image);
