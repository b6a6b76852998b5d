using System.Collections.Immutable;
using MnM.Simulator.StaticData;

namespace MnM.Simulator.World;

/// <summary>An item in its place; places 0 to 5 are the bag, 6 is the trinket.</summary>
public readonly record struct HeldItem(int Slot, int ItemId, int Count);

/// <summary>What a player carries, moved by the item events of a timeline.</summary>
public sealed class Inventory
{
    private const int TrinketSlot = 6;
    private readonly Stack<ImmutableArray<HeldItem>> _beforePurchases = new();
    private ImmutableArray<HeldItem> _beforeMoment = [];
    private readonly ImmutableArray<int> _end;
    private double _moment = -1;
    private (double Time, int ItemId) _evolved;

    /// <param name="trinket">What a player has from the start, of which no timeline tells; 0 for nothing.</param>
    /// <param name="end">The items of the match's end.</param>
    public Inventory(int trinket, ImmutableArray<int> end)
    {
        _end = end;
        Items = trinket > 0 ? [new HeldItem(TrinketSlot, trinket, 1)] : [];
    }

    /// <summary>In order of slot.</summary>
    public ImmutableArray<HeldItem> Items { get; private set; }

    /// <summary>Elixirs and juices are drunk at once; no event tells it.</summary>
    public void Buy(double time, int itemId, bool destroyComponents)
    {
        Remember(time);
        if (_evolved == (time, itemId))
        {
            return;
        }

        _beforePurchases.Push(_beforeMoment);
        if (destroyComponents && StaticCatalog.FindItem(itemId) is { } bought)
        {
            foreach (var component in bought.From)
            {
                Remove(component);
            }
        }

        if (itemId is not (>= 2138 and <= 2144))
        {
            Add(itemId);
        }
    }

    public void Sell(double time, int itemId)
    {
        Remember(time);
        _beforePurchases.Push(_beforeMoment);
        Remove(itemId);
    }

    public void Destroy(double time, int itemId)
    {
        Remember(time);
        if (Items.Contains(new HeldItem(TrinketSlot, itemId, 1)))
        {
            // A trinket goes only for another; the eye of a herald takes its place for a while, and no event tells of its return.
            return;
        }

        if (Remove(itemId) is { } slot && ItemEvolution.Next(itemId, _end) is { } next)
        {
            _evolved = (time, next);
            Items = [.. Items.Where(held => held.Slot != slot).Append(new HeldItem(slot, next, 1)).OrderBy(held => held.Slot)];
        }
    }

    // A purchase undone gives its components back, of which a timeline says nothing: go back to what was carried before.
    public void Undo(double time, int itemBefore, int itemAfter)
    {
        if (_beforePurchases.TryPop(out var before) && before.Any(held => held.ItemId == itemAfter) == (itemAfter > 0))
        {
            Items = before;
        }
        else
        {
            Remove(itemBefore);
            if (itemAfter > 0)
            {
                Add(itemAfter);
            }
        }

        _moment = time;
        _beforeMoment = Items;
    }

    /// <summary>Puts exactly these items into the bag, by slot; 0 leaves a slot free.</summary>
    public void Set(ImmutableArray<int> itemIds)
    {
        var before = Items;
        Items =
        [
            .. itemIds.Select((id, slot) => new HeldItem(slot, id, before.FirstOrDefault(held => held.ItemId == id).Count is var count and > 0 ? count : 1))
                .Where(held => held.ItemId > 0),
        ];
    }

    private void Remember(double time)
    {
        if (time > _moment)
        {
            _moment = time;
            _beforeMoment = Items;
        }
    }

    private void Add(int itemId)
    {
        var item = StaticCatalog.FindItem(itemId);
        if (item is { Consumable: true } && IndexOf(itemId) is var index and >= 0)
        {
            Items = Items.SetItem(index, Items[index] with { Count = Items[index].Count + 1 });
            return;
        }

        if (item is { Trinket: true })
        {
            Items = [.. Items.Where(held => held.Slot != TrinketSlot), new HeldItem(TrinketSlot, itemId, 1)];
            return;
        }

        // A bag may be over-full between a purchase and the destruction of its components; such an item waits past the trinket.
        var free = Enumerable.Range(0, 64).First(slot => slot != TrinketSlot && Items.All(held => held.Slot != slot));
        Items = [.. Items.Append(new HeldItem(free, itemId, 1)).OrderBy(held => held.Slot)];
    }

    /// <summary>The slot that became free.</summary>
    private int? Remove(int itemId)
    {
        var index = IndexOf(itemId);
        if (index < 0)
        {
            return null;
        }

        var held = Items[index];
        Items = held.Count > 1 ? Items.SetItem(index, held with { Count = held.Count - 1 }) : Items.RemoveAt(index);
        if (held.Count == 1 && held.Slot < TrinketSlot && Items.FirstOrDefault(other => other.Slot > TrinketSlot) is { ItemId: > 0 } waiting)
        {
            Items = [.. Items.Remove(waiting).Append(waiting with { Slot = held.Slot }).OrderBy(other => other.Slot)];
            return null;
        }

        return held.Count == 1 ? held.Slot : null;
    }

    private int IndexOf(int itemId)
    {
        for (var index = 0; index < Items.Length; index++)
        {
            if (Items[index].ItemId == itemId)
            {
                return index;
            }
        }

        return -1;
    }
}
