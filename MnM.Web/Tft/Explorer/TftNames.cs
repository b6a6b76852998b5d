using System.Collections.Immutable;
using MnM.Collector.StaticData;
using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>How Riot's ids are shown. One that static data does not have keeps its row.</summary>
internal sealed class TftNames(StaticCatalog catalog)
{
    public NamedThing Unit(string id) => new(ThingKind.Unit, id, Name(id), Picture("tft-champion", id));

    public NamedThing Item(string id) => new(ThingKind.Item, id, Name(id), Picture("tft-item", id));

    public NamedThing Trait(string id) => new(ThingKind.Trait, id, Name(id), Picture("tft-trait", id));

    /// <summary>A row with its name and pictures.</summary>
    public NamedRow Of(TftRow row, TftSubject subject)
    {
        var key = row.Key;
        var unit = key.Unit is { } id ? Unit(id) : null;
        var (items, traits) = (key.Items.Select(Item).ToImmutableArray(), key.Traits.Select(Trait).ToImmutableArray());
        var (name, things) = subject switch
        {
            TftSubject.Items => (items.Single().Name, items),
            TftSubject.Builds => ($"{unit!.Name} with {(items.IsEmpty ? "no item" : string.Join(", ", items.Select(item => item.Name)))}", [unit, .. items]),
            TftSubject.Traits => ($"{traits.Single().Name} {key.TraitTier}", traits),
            TftSubject.Comps => (CompName(traits, unit), [.. traits, .. unit is null ? [] : new[] { unit }]),
            _ => (unit!.Name, ImmutableArray.Create(unit)),
        };
        return new NamedRow(row, NamedRow.KeyOf(key), name, things);
    }

    private static string CompName(ImmutableArray<NamedThing> traits, NamedThing? carry)
    {
        var name = string.Join(", ", traits.Select(trait => trait.Name));
        return carry is null ? name : $"{name}: {carry.Name}";
    }

    private string Name(string id) => catalog is not null && id.LastIndexOf('_') is var at && at >= 0 && at < id.Length - 1 ? id[(at + 1)..] : id;

    private static string Picture(string kind, string id) => $"/assets/{kind}/{Uri.EscapeDataString(id)}.png";
}
