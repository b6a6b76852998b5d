using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.Champions;

/// <summary>Some games of a champion as a row of a table.</summary>
/// <param name="Name">What they have in common.</param>
/// <param name="Figures">How they went.</param>
/// <param name="IsChosen">Whether they alone are looked at.</param>
/// <param name="Address">Where they alone are looked at; where they are, the way back to all.</param>
public sealed record GroupRow(string Name, ChampionFigures Figures, bool IsChosen, string Address);

/// <summary>Something that was held, as a row of a list.</summary>
/// <param name="Picture">Its address.</param>
/// <param name="Name">As players say it.</param>
/// <param name="Count">How often.</param>
public sealed record HeldRow(string Picture, string Name, HeldCount Count)
{
    internal static HeldRow OfItem(HeldCount count, StaticCatalog catalog) =>
        new(Pictures.Item(count.Id), catalog.Items.TryGetValue(count.Id, out var item) ? item.Name : $"Item {count.Id}", count);

    internal static HeldRow OfRune(HeldCount count, StaticCatalog catalog) =>
        new(Pictures.Rune(count.Id), catalog.Runes.TryGetValue(count.Id, out var rune) ? rune.Name : $"Rune {count.Id}", count);
}
