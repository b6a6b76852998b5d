namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts the steps of active traits, on boards with such a unit where one is asked for.</summary>
internal sealed class TraitFold(UnitFilter filter) : GroupFold
{
    private readonly KeyNumbers _numbers = new();
    private readonly GroupMasks _groups = new();

    public override void Take(in Segment segment, int board, byte place)
    {
        if (!filter.IsEmpty && !filter.FitsBoard(segment, board))
        {
            return;
        }

        for (var trait = segment.TraitStart[board]; trait < segment.TraitStart[board + 1]; trait++)
        {
            if (segment.TraitTier[trait] is > 0 and var tier)
            {
                _groups.Mark(_numbers.Of(PackedKey.OfTrait(segment.Trait[trait], tier), _groups), place);
            }
        }
    }

    public override void Close(byte sample) => _groups.Close(sample);

    public override Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(GroupSums sample) => Read(TftSubject.Traits, _numbers, _groups, _ => sample);
}
