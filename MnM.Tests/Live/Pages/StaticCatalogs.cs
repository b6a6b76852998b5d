using System.Collections.Frozen;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Tests.Live.Pages;

/// <summary>Static data for pages.</summary>
internal static class StaticCatalogs
{
    /// <summary>The champions of <see cref="LiveViews"/>, three spells and an item.</summary>
    public static StaticCatalog Known { get; } = new()
    {
        Version = "16.18.1",
        Champions = Enumerable.Range(0, 10).Select(slot => LiveViews.Player(slot)).ToFrozenDictionary(
            player => player.ChampionAlias,
            player => new StaticChampion(ClientViews.ChampionIds[player.Slot], player.ChampionAlias, player.ChampionName, ""),
            StringComparer.OrdinalIgnoreCase),
        Spells = new[] { new StaticSpell(4, "SummonerFlash", "Flash", ""), new StaticSpell(11, "SummonerSmite", "Smite", ""), new StaticSpell(12, "SummonerTeleport", "Teleport", "") }
            .ToFrozenDictionary(spell => spell.Alias),
        Items = new[] { new StaticItem(3071, "Black Cleaver", 3000, true, "") }.ToFrozenDictionary(item => item.Id),
    };

    /// <summary>A store that has read nothing.</summary>
    public static StaticDataStore Store()
    {
        var folder = new StaticDataFolder(
            Options.Create(new StorageOptions { DataDirectory = Path.Combine(Path.GetTempPath(), "nowhere") }), Options.Create(new StaticDataOptions()),
            NullLogger<StaticDataFolder>.Instance);
        return new(folder, new DataDragonClient(new HttpClient()), NullLogger<StaticDataStore>.Instance);
    }
}
