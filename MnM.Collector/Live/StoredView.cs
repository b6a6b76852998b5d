using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live;

/// <summary>A game as its rows tell it, for one whose last poll is gone or cannot be read: who, the last figures and the events, but not where each item lay.</summary>
public static class StoredView
{
    private const int TrinketPlace = 6;

    /// <summary>The view of a stored game; it has no response and knows nothing of the local player but who it is.</summary>
    public static LiveView Of(GameDetails details, StaticCatalog catalog)
    {
        var (game, rows, told) = details;
        ImmutableArray<PlayerView> players = [.. rows.Select(row => Player(row, catalog))];
        var events = new EventLog();
        events.Restore(told, players);
        return new()
        {
            GameId = game.Id,
            Sequence = Math.Max(0, game.Polls - 1),
            PolledAt = game.LastPolledAt,
            GameTime = game.LastGameTime,
            GameMode = game.GameMode,
            MapName = game.MapName,
            MapNumber = game.MapNumber,
            MapTerrain = "Default",
            Players = players,
            Teams = TeamTally.Sum(players, events.All),
            Events = events.All,
            Completions = [],
            ItemValues = [],
            Recording = new(game.Polls, game.FirstGameTime, 0, null),
            Response = default,
        };
    }

    private static PlayerView Player(PlayerInGame row, StaticCatalog catalog) => LiveStore.Person(row) with
    {
        Level = row.Level,
        Kills = row.Kills,
        Deaths = row.Deaths,
        Assists = row.Assists,
        CreepScore = row.CreepScore,
        WardScore = row.WardScore,
        ItemValue = row.ItemValue,
        Items = Items(row.Items, catalog),
        Spell1 = Spell(row.Spell1, catalog),
        Spell2 = Spell(row.Spell2, catalog),
        Keystone = Rune(row.Keystone, catalog),
        PrimaryTree = Rune(row.PrimaryTree, catalog),
        SecondaryTree = Rune(row.SecondaryTree, catalog),
    };

    private static ImmutableArray<ItemView> Items(string ids, StaticCatalog catalog)
    {
        var items = ids.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .Select((id, place) => catalog.Items.TryGetValue(id, out var item) ? new ItemView(id, item.Name, place, 1, item.TotalGold) : new(id, $"Item {id}", place, 1, 0))
            .ToArray();

        // The trinket is the last in the order of places, and costs nothing.
        return items is [.., { Value: 0 } last] ? [.. items[..^1], last with { Place = TrinketPlace }] : [.. items];
    }

    private static SpellView? Spell(string? alias, StaticCatalog catalog) =>
        alias is null ? null : new(alias, catalog.Spells.TryGetValue(alias, out var spell) ? spell.Name : alias);

    private static RuneView? Rune(int? id, StaticCatalog catalog) =>
        id is { } known ? new(known, catalog.Runes.TryGetValue(known, out var rune) ? rune.Name : "") : null;
}
