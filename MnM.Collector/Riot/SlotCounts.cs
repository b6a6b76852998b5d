namespace MnM.Collector.Riot;

/// <summary>Counts by slot of time, of the last sixty slots. Not thread-safe.</summary>
internal sealed class SlotCounts
{
    public const int Kept = 60;

    private readonly (long Slot, int Count)[] _slots = new (long, int)[Kept];

    /// <summary>Counts one more in a slot; slots come in their order.</summary>
    public void Add(long slot)
    {
        ref var place = ref _slots[slot % Kept];
        place = (slot, place.Slot == slot ? place.Count + 1 : 1);
    }

    /// <summary>How many were counted in a slot; 0 where it is too old.</summary>
    public int Of(long slot) => slot >= 0 && _slots[slot % Kept] is var place && place.Slot == slot ? place.Count : 0;

    /// <summary>How many were counted in a slot and the fifty-nine before it.</summary>
    public int Until(long slot)
    {
        var sum = 0;
        foreach (var (kept, count) in _slots)
        {
            sum += kept > slot - Kept && kept <= slot ? count : 0;
        }

        return sum;
    }
}
