namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Counts the groups of a subject: it is shown the sample's boards, match by match.</summary>
internal abstract class GroupFold
{
    public static GroupFold Of(TftQuery query) => query.Subject switch
    {
        TftSubject.Units => new UnitFold(new UnitFilter(query)),
        TftSubject.Items => new ItemFold(new UnitFilter(query)),
        TftSubject.Builds => new BuildFold(new UnitFilter(query), query.Exactly is { IsEmpty: true }, choosesFirst: query.Unit is null),
        TftSubject.Traits => new TraitFold(new UnitFilter(query)),
        TftSubject.Comps => new CompFold(new UnitFilter(query)),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.Subject, "There is no such subject."),
    };

    /// <summary>How many groups were not counted since they have too few games.</summary>
    public virtual int LeftOut => 0;

    /// <summary>A board of the present match.</summary>
    /// <param name="segment">Where it is.</param>
    /// <param name="board">Its number there.</param>
    /// <param name="place">Its place as a bit, the lowest for the first.</param>
    public abstract void Take(in Segment segment, int board, byte place);

    /// <summary>Ends the match.</summary>
    /// <param name="sample">Places of all boards that were shown.</param>
    public abstract void Close(byte sample);

    /// <summary>All matches were shown; whether they are to be shown once more.</summary>
    public virtual bool EndPass() => false;

    /// <summary>What was counted.</summary>
    public abstract Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(GroupSums sample);

    /// <summary>All groups whose base is the same.</summary>
    protected static Dictionary<GroupKey, (GroupSums Sums, GroupSums Base)> Read(TftSubject subject, KeyNumbers numbers, GroupMasks groups, Func<int, GroupSums> baseOf)
    {
        var read = new Dictionary<GroupKey, (GroupSums, GroupSums)>();
        for (var group = 0; group < groups.Count; group++)
        {
            if (groups.Of(group) is { Matches: > 0 } tally)
            {
                read.Add(numbers.Keys[group].Open(subject), (tally.ToSums(), baseOf(group)));
            }
        }

        return read;
    }
}
