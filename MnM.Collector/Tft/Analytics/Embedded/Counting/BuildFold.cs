using System.Runtime.InteropServices;

namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts units with exactly their items, among all boards that have the unit.</summary>
/// <param name="filter">Which copies.</param>
/// <param name="countsBare">Whether a unit without items is a build, too.</param>
/// <param name="choosesFirst">Whether to be shown everything twice: of all units there are so many builds that sums are kept of those alone that came most often.</param>
internal sealed class BuildFold(UnitFilter filter, bool countsBare, bool choosesFirst) : GroupFold
{
    // A key is the unit's code and those of its items, each of them a character: a dictionary finds such a text by a span, whatever its length.
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly KeyNumbers _units = new();
    private readonly GroupMasks _groups = new();
    private readonly GroupMasks _bases = new();
    private readonly List<int> _baseOf = [];
    private char[] _key = new char[8];

    // How many boards have each build, in the first of two passes.
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>? _games =
        choosesFirst ? new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>() : null;
    private bool _isChosen;
    private int _leftOut;

    public override int LeftOut => _leftOut;

    public override void Take(in Segment segment, int board, byte place)
    {
        if (_games is { } games)
        {
            CountGames(segment, board, games);
            return;
        }

        for (var unit = segment.UnitStart[board]; unit < segment.UnitStart[board + 1]; unit++)
        {
            if (!filter.IsBase(segment, unit))
            {
                continue;
            }

            var code = segment.Unit[unit];
            var unitBase = _units.Of(PackedKey.OfUnit(code), _bases);
            _bases.Mark(unitBase, place);
            var items = segment.ItemsOf(unit);
            if (IsBuild(segment, unit) && NumberOf(KeyOf(code, items), unitBase) is >= 0 and var group)
            {
                _groups.Mark(group, place);
            }
        }
    }

    public override bool EndPass()
    {
        if (_games is not { Dictionary: var games })
        {
            return false;
        }

        foreach (var (key, _) in games.OrderByDescending(build => build.Value).ThenBy(build => build.Key, StringComparer.Ordinal).Take(TftSums.MostGroups))
        {
            NumberOf(key, _units.Of(PackedKey.OfUnit(key[0]), _bases));
        }

        (_games, _isChosen, _leftOut) = (null, true, games.Count - _groups.Count);
        return true;
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

    private bool IsBuild(in Segment segment, int unit) => (countsBare || segment.ItemsOf(unit).Length > 0) && filter.Fits(segment, unit);

    private void CountGames(in Segment segment, int board, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> games)
    {
        for (var unit = segment.UnitStart[board]; unit < segment.UnitStart[board + 1]; unit++)
        {
            if (IsBuild(segment, unit) && !IsSecondCopy(segment, segment.UnitStart[board], unit))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(games, KeyOf(segment.Unit[unit], segment.ItemsOf(unit)), out _)++;
            }
        }
    }

    private bool IsSecondCopy(in Segment segment, int first, int unit)
    {
        for (var other = first; other < unit; other++)
        {
            if (segment.Unit[other] == segment.Unit[unit] && segment.ItemsOf(other).SequenceEqual(segment.ItemsOf(unit)) && IsBuild(segment, other))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> KeyOf(ushort code, ReadOnlySpan<ushort> items)
    {
        if (_key.Length <= items.Length)
        {
            _key = new char[items.Length * 2];
        }

        _key[0] = (char)code;
        MemoryMarshal.Cast<ushort, char>(items).CopyTo(_key.AsSpan(1));
        return _key.AsSpan(0, items.Length + 1);
    }

    /// <summary>The number of a build's group; -1 of one that was not chosen.</summary>
    private int NumberOf(ReadOnlySpan<char> key, int unitBase)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            if (_isChosen)
            {
                return -1;
            }

            _numbers[key] = number = _groups.Add();
            _baseOf.Add(unitBase);
        }

        return number;
    }
}
