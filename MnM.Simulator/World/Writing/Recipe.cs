using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Writing;

/// <summary>What is left to pay for an item, and which held components it would use up.</summary>
internal sealed record Recipe(Item Item, int Price, IReadOnlyList<int> Uses)
{
    public static Recipe For(int id, IEnumerable<int> held)
    {
        var left = held.ToList();
        var uses = new List<int>();
        return new Recipe(StaticCatalog.FindItem(id)!, PriceOf(StaticCatalog.FindItem(id)!, left, uses), uses);
    }

    /// <summary>The dearest step towards the item that can be paid and carried now; <c>null</c> if even the cheapest is too dear.</summary>
    public static Recipe? StepTowards(int id, Inventory items, int gold)
    {
        var left = items.Held.ToList();
        var missing = new List<Item>();
        Collect(StaticCatalog.FindItem(id)!, left, missing);
        return missing
            .Select(item => For(item.Id, items.Held))
            .Where(step => step.Price <= gold && (step.Uses.Count > 0 || items.Fits(step.Item.Id)))
            .OrderByDescending(step => step.Item.Total)
            .FirstOrDefault();
    }

    private static int PriceOf(Item item, List<int> left, List<int> uses)
    {
        var price = item.Combine;
        foreach (var part in item.From)
        {
            if (left.Remove(part))
                uses.Add(part);
            else
                price += PriceOf(StaticCatalog.FindItem(part)!, left, uses);
        }

        return price;
    }

    private static void Collect(Item item, List<int> left, List<Item> missing)
    {
        foreach (var part in item.From)
        {
            if (left.Remove(part))
                continue;
            var component = StaticCatalog.FindItem(part)!;
            missing.Add(component);
            Collect(component, left, missing);
        }
    }
}
