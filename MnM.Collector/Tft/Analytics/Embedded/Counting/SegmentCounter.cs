namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts a query over segments, one after the other.</summary>
internal sealed class SegmentCounter(TftQuery query)
{
    private readonly BoardFilter _boards = new(query);
    private readonly GroupFold _fold = GroupFold.Of(query);
    private Tally _sample;

    public void Count(in Segment segment)
    {
        for (var match = 0; match < segment.Matches; match++)
        {
            var (boards, first, sample) = (_boards.BoardsOf(segment, match), segment.BoardStart[match], (byte)0);
            for (var board = 0; boards >> board != 0; board++)
            {
                if ((boards >> board & 1) == 1)
                {
                    var place = (byte)(1 << (segment.Placement[first + board] - 1));
                    sample |= place;
                    _fold.Take(segment, first + board, place);
                }
            }

            if (sample != 0)
            {
                _sample.Add(sample, sample);
                _fold.Close(sample);
            }
        }
    }

    /// <summary>Ends a reading of all segments; whether they are to be read once more.</summary>
    public bool EndPass()
    {
        if (!_fold.EndPass())
        {
            return false;
        }

        _sample = default;
        return true;
    }

    public TftSums Read()
    {
        var sample = _sample.ToSums();
        return new TftSums(sample, _fold.Read(sample)) { LeftOut = _fold.LeftOut }.Cut();
    }
}
