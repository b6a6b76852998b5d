namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts what boards are called by, those with such a unit where one is asked for; a board without an active trait is not called anything.</summary>
internal sealed class CompFold(UnitFilter filter) : GroupFold
{
    private readonly KeyNumbers _numbers = new();
    private readonly GroupMasks _groups = new();

    public override void Take(in Segment segment, int board, byte place)
    {
        if (segment.CompTrait[board] > 0 && (filter.IsEmpty || filter.FitsBoard(segment, board)))
        {
            _groups.Mark(_numbers.Of(PackedKey.OfComp(segment.CompCarry[board], segment.CompTrait[board], segment.CompSecondTrait[board]), _groups), place);
        }
    }

    public override void Close(byte sample) => _groups.Close(sample);

    public override Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(GroupSums sample) => Read(TftSubject.Comps, _numbers, _groups, _ => sample);
}
