using MnM.Collector.StaticData;

namespace MnM.Web.Live;

/// <summary>A champion to draw: the alias leads to the picture, the name stands beside it.</summary>
public sealed record ChampionMark(string Alias, string Name)
{
    /// <summary>The champion with Riot's number; null for none. One that static data lacks is called by its number.</summary>
    public static ChampionMark? Of(int id, StaticCatalog catalog) =>
        id <= 0 ? null : catalog.ChampionOf(id) is { } known ? new(known.Alias, known.Name) : new($"{id}", $"Champion {id}");
}
