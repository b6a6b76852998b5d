using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;
using MnM.Collector.StaticData;

namespace MnM.Collector.Live;

/// <summary>Keeps who is who from poll to poll: a person keeps the slot, and an unchanged person keeps the very object.</summary>
internal sealed class LivePeople
{
    private readonly List<JsonElement> _lastRaw = [];
    private JsonElement _last;
    private StaticCatalog? _catalog;

    /// <summary>Everybody by slot.</summary>
    public ImmutableArray<PlayerView> All { get; private set; } = [];

    /// <summary>The slot of each entry of the last list.</summary>
    public ImmutableArray<int> Slots { get; private set; } = [];

    /// <summary>Takes over the people of a stored game.</summary>
    public void Restore(ImmutableArray<PlayerView> players) => All = players;

    /// <summary>Whether at least half of the people told are those of this game.</summary>
    public bool AreSame(JsonElement told)
    {
        var count = told.GetArrayLength();
        var known = _last.ValueKind == JsonValueKind.Array ? SlotMatcher.CountKnown(_last, told) : FirstSlots(told).Count(slot => slot < All.Length);
        return known * 2 >= Math.Max(count, All.Length);
    }

    /// <summary>Reads allPlayers of the next poll. The document of the poll before must still be alive.</summary>
    public void Take(JsonElement told, StaticCatalog catalog)
    {
        if (told.ValueKind != JsonValueKind.Array || told.GetArrayLength() == 0)
        {
            Forget();
            return;
        }

        Slots = NextSlots(told);
        var rebuild = !ReferenceEquals(catalog, _catalog);
        _catalog = catalog;
        ImmutableArray<PlayerView>.Builder? changed = null;
        var place = 0;
        foreach (var person in told.EnumerateArray())
        {
            var slot = Slots[place++];
            var before = slot < All.Length ? All[slot] : null;
            if (before is not null && !rebuild && slot < _lastRaw.Count && IsSame(_lastRaw[slot], person))
            {
                continue;
            }

            changed ??= All.ToBuilder();
            changed.Count = Math.Max(changed.Count, slot + 1);
            changed[slot] = PlayerReader.Read(person, slot, before, catalog);
        }

        All = changed?.ToImmutable() ?? All;
        Remember(told);
    }

    /// <summary>Marks the player at this machine.</summary>
    public void MarkActive(int slot)
    {
        if (slot < All.Length && !All[slot].IsActivePlayer)
        {
            All = All.SetItem(slot, All[slot] with { IsActivePlayer = true });
        }
    }

    private static bool IsSame(JsonElement was, JsonElement now) => was.ValueKind != JsonValueKind.Undefined && was.Raw().SequenceEqual(now.Raw());

    private void Forget()
    {
        _last = default;
        _lastRaw.Clear();
    }

    private void Remember(JsonElement told)
    {
        _last = told;
        _lastRaw.Clear();
        for (var i = 0; i < All.Length; i++)
        {
            _lastRaw.Add(default);
        }

        var place = 0;
        foreach (var person in told.EnumerateArray())
        {
            _lastRaw[Slots[place++]] = person;
        }
    }

    private ImmutableArray<int> NextSlots(JsonElement told)
    {
        if (_last.ValueKind != JsonValueKind.Array)
        {
            return FirstSlots(told);
        }

        var origins = new int[told.GetArrayLength()];
        if (!SlotMatcher.Match(_last, told, origins) && origins.Length == Slots.Length)
        {
            return Slots;
        }

        // Somebody who was missing for a while comes back to the slot that is still free.
        var taken = origins.Where(origin => origin >= 0).Select(origin => Slots[origin]).ToHashSet();
        var next = All.Length;
        var slots = ImmutableArray.CreateBuilder<int>(origins.Length);
        var place = 0;
        foreach (var person in told.EnumerateArray())
        {
            var origin = origins[place++];
            slots.Add(origin >= 0 ? Slots[origin] : FreeSlot(person, taken) ?? next++);
        }

        return slots.ToImmutable();
    }

    /// <summary>Slots by team, champion and order of appearance alone, for the first poll and for one after a gap; newcomers get the next numbers.</summary>
    private ImmutableArray<int> FirstSlots(JsonElement told)
    {
        var taken = new HashSet<int>();
        var next = All.Length;
        var slots = new List<int>();
        foreach (var person in told.EnumerateArray())
        {
            slots.Add(FreeSlot(person, taken) ?? next++);
        }

        return [.. slots];
    }

    private int? FreeSlot(JsonElement person, HashSet<int> taken)
    {
        var read = PlayerReader.Read(person, 0, null, StaticCatalog.Empty);
        var known = All.FirstOrDefault(player => !taken.Contains(player.Slot) && player.Team == read.Team && player.ChampionAlias == read.ChampionAlias);
        if (known is not null)
        {
            taken.Add(known.Slot);
        }

        return known?.Slot;
    }
}
