using System.Collections.Immutable;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>What a picture of the explorer shows.</summary>
public enum ThingKind
{
    Unit,
    Item,
    Trait,
}

/// <summary>A unit, an item or a trait as it is shown.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Id">Riot's id.</param>
/// <param name="Name">As players call it; the end of the id where static data does not have it.</param>
/// <param name="Picture">Its address.</param>
/// <param name="Cost">Of a unit, in gold; null where it is not known.</param>
public sealed record NamedThing(ThingKind Kind, string Id, string Name, string Picture, int? Cost = null);

/// <summary>A row of an answer as it is shown.</summary>
/// <param name="Row">Its figures.</param>
/// <param name="Key">What an address calls it.</param>
/// <param name="Name">In words.</param>
/// <param name="Things">Its pictures, the first one the largest.</param>
public sealed record NamedRow(TftRow Row, string Key, string Name, ImmutableArray<NamedThing> Things)
{
    /// <summary>The only thing it is of; null of builds and comps.</summary>
    public NamedThing? Only => Things.Length == 1 ? Things[0] : null;

    /// <summary>What an address calls a row.</summary>
    public static string KeyOf(TftKey key) => string.Join('~', new[] { key.Unit }.Concat(key.Items).Concat(key.Traits).Append(key.TraitTier?.ToString(System.Globalization.CultureInfo.InvariantCulture)).Where(part => part is not null));
}
