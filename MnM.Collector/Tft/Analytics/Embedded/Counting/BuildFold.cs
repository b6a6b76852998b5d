using System.Runtime.InteropServices;

namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts units with exactly their items, among all boards that have the unit.</summary>
/// <param name="filter">Which copies.</param>
/// <param name="countsBare">Whether a unit without items is a build, too.</param>
internal sealed class BuildFold(UnitFilter filter, bool countsBare) : GroupFold
{
    // A key is the unit's code and those of its items, each of them a character: a dictionary finds such a text by a span, whatever its length.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly KeyNumbers _units = new();
    private readonly GroupMasks _groups = new();
    private readonly GroupMasks _bases = new();
    private readonly List<int> _baseOf = [];
    private char[] _key = new char[8];

    public override void Take(in Segment segment, int board, byte place)
    {
        for (var unit = segment.UnitStart[board]; unit < segment.UnitStart[board + 1]; unit++)
        {
            var code = segment.Unit[unit];
            if (filter.Unit is { } wanted && code != wanted)
            {
                continue;
            }

            var unitBase = _units.Of(PackedKey.OfUnit(code), _bases);
            _bases.Mark(unitBase, place);
            var items = segment.ItemsOf(unit);
            if ((items.Length > 0 || countsBare) && filter.Fits(segment, unit))
            {
                _groups.Mark(NumberOf(code, items, unitBase), place);
            }
        }
    }

    public override void Close(byte sample)
    {
        _groups.Close(_bases, _baseOf);
        _bases.Close();
    }

    public override Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(GroupSums sample)
    {
        var bases = Enumerable.Range(0, _bases.Count).Select(unit => _bases.Of(unit).ToSums()).ToArray();
        var read = new Dictionary<GroupKey, (GroupSums, GroupSums)>(_groups.Count);
        foreach (var (key, group) in _numbers.Dictionary)
        {
            read.Add(new(key[0], [.. key.AsSpan(1)]), (_groups.Of(group).ToSums(), bases[_baseOf[group]]));
        }

        return read;
    }

    private int NumberOf(ushort code, ReadOnlySpan<ushort> items, int unitBase)
    {
        if (_key.Length <= items.Length)
        {
            _key = new char[items.Length * 2];
        }

        _key[0] = (char)code;
        MemoryMarshal.Cast<ushort, char>(items).CopyTo(_key.AsSpan(1));
        var key = _key.AsSpan(0, items.Length + 1);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _groups.Add();
            _baseOf.Add(unitBase);
        }

        return number;
    }
}
