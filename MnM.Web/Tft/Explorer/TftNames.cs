using System.Collections.Immutable;
using MnM.Collector.StaticData;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Live;

namespace MnM.Web.Tft.Explorer;

/// <summary>How Riot's ids are shown. One that static data does not have keeps its row.</summary>
internal sealed class TftNames(StaticCatalog catalog)
{
    public NamedThing Unit(string id) => new(ThingKind.Unit, id, catalog.Tft.Units.LabelOf(id).Text, Pictures.TftUnit(id), catalog.Tft.Units.Find(id) is { Cost: > 0 and var cost } ? cost : null);

    public NamedThing Item(string id) => new(ThingKind.Item, id, catalog.Tft.Items.LabelOf(id).Text, Pictures.TftItem(id));

    public NamedThing Trait(string id) => new(ThingKind.Trait, id, catalog.Tft.Traits.LabelOf(id).Text, Pictures.TftTrait(id));

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
}
