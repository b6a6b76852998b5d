using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Writing;

/// <summary>Six slots and a trinket; consumables of one kind share a slot.</summary>
internal sealed class Inventory
{
    private readonly int[] _ids = new int[6];
    private readonly int[] _counts = new int[6];

    public int Trinket { get; set; }

    public int FreeSlots => _ids.Count(id => id == 0);

    public IEnumerable<int> Held => _ids.Where(id => id != 0);

    /// <summary>Price of everything held, as the scoreboard of the game sums it.</summary>
    public int Value => Enumerable.Range(0, 6).Where(i => _ids[i] != 0).Sum(i => StaticCatalog.FindItem(_ids[i])!.Total * _counts[i]);

    public int this[int slot] => slot == 6 ? Trinket : _ids[slot];

    public int Count(int id) => Array.IndexOf(_ids, id) is >= 0 and var slot && IsStackable(id) ? _counts[slot] : _ids.Count(held => held == id);

    public bool Fits(int id) => FreeSlots > 0 || (IsStackable(id) && _ids.Contains(id));

    public void Add(int id)
    {
        var slot = IsStackable(id) ? Array.IndexOf(_ids, id) : -1;
        if (slot < 0)
            slot = Array.IndexOf(_ids, 0);
        _ids[slot] = id;
        _counts[slot]++;
    }

    public void Remove(int id)
    {
        var slot = Array.IndexOf(_ids, id);
        if (--_counts[slot] == 0)
            _ids[slot] = 0;
    }

    private static bool IsStackable(int id) => StaticCatalog.FindItem(id)!.Consumable;
}
