namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts items, of one unit among all boards that have it, or of all units.</summary>
internal sealed class ItemFold(UnitFilter filter) : GroupFold
{
    private readonly KeyNumbers _numbers = new();
    private readonly GroupMasks _groups = new();
    private byte _withUnit;
    private Tally _base;

    public override void Take(in Segment segment, int board, byte place)
    {
        for (var unit = segment.UnitStart[board]; unit < segment.UnitStart[board + 1]; unit++)
        {
            if (!filter.IsBase(segment, unit))
            {
                continue;
            }

            _withUnit |= place;
            if (!filter.Fits(segment, unit))
            {
                continue;
            }

            foreach (var item in segment.ItemsOf(unit))
            {
                _groups.Mark(_numbers.Of(PackedKey.OfItem(item), _groups), place);
            }
        }
    }

    public override void Close(byte sample)
    {
        if (filter.Unit is null)
        {
            _groups.Close(sample);
            return;
        }

        _groups.Close(_withUnit);
        if (_withUnit != 0)
        {
            _base.Add(_withUnit, _withUnit);
            _withUnit = 0;
        }
    }

    public override Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(GroupSums sample)
    {
        var shared = filter.Unit is null ? sample : _base.ToSums();
        return Read(TftSubject.Items, _numbers, _groups, _ => shared);
    }
}
