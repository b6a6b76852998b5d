namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts units. Where stars or items choose copies, they are compared with the boards that have the unit: <see cref="UnitFilter.IsBase"/>.</summary>
internal sealed class UnitFold(UnitFilter filter) : GroupFold
{
    private readonly KeyNumbers _numbers = new();
    private readonly GroupMasks _groups = new();
    private readonly GroupMasks _bases = new();
    private readonly List<int> _baseOf = [];

    public override void Take(in Segment segment, int board, byte place)
    {
        for (var unit = segment.UnitStart[board]; unit < segment.UnitStart[board + 1]; unit++)
        {
            if (!filter.IsBase(segment, unit))
            {
                continue;
            }

            var group = _numbers.Of(PackedKey.OfUnit(segment.Unit[unit]), _groups);
            if (!filter.ChoosesCopies)
            {
                _groups.Mark(group, place);
                continue;
            }

            if (group == _bases.Count)
            {
                _baseOf.Add(_bases.Add());
            }

            _bases.Mark(group, place);
            if (filter.Fits(segment, unit))
            {
                _groups.Mark(group, place);
            }
        }
    }

    public override void Close(byte sample)
    {
        if (!filter.ChoosesCopies)
        {
            _groups.Close(sample);
            return;
        }

        _groups.Close(_bases, _baseOf);
        _bases.Close();
    }

    public override Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(GroupSums sample) =>
        Read(TftSubject.Units, _numbers, _groups, group => filter.ChoosesCopies ? _bases.Of(group).ToSums() : sample);
}
