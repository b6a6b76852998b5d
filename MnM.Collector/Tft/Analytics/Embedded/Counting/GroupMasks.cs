namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Folds the boards of a match into one mask of places for each group that they have, so that a board counts once however many copies it has, and adds the masks up at the match's end.</summary>
internal sealed class GroupMasks
{
    /// <summary>A power of two. Of builds there may be some hundred thousand: an array that grows would copy them and leave room for as many again.</summary>
    private const int TalliesOfChunk = 64;

    private readonly List<Tally[]> _tallies = [];
    private byte[] _masks = new byte[TalliesOfChunk];
    private int[] _touched = new int[TalliesOfChunk];
    private int _touchedCount;

    /// <summary>How many groups there are; they are numbered from 0.</summary>
    public int Count { get; private set; }

    /// <summary>Makes a group; answers its number.</summary>
    public int Add()
    {
        if (Count == _masks.Length)
        {
            Array.Resize(ref _masks, Count * 2);
            Array.Resize(ref _touched, Count * 2);
        }

        if (Count == _tallies.Count * TalliesOfChunk)
        {
            _tallies.Add(new Tally[TalliesOfChunk]);
        }

        return Count++;
    }

    /// <summary>A board of the present match has the group.</summary>
    public void Mark(int group, byte place)
    {
        ref var mask = ref _masks[group];
        if (mask == 0)
        {
            _touched[_touchedCount++] = group;
        }

        mask |= place;
    }

    /// <summary>Ends a match; the base of all groups is the same.</summary>
    public void Close(byte all)
    {
        foreach (var group in _touched.AsSpan(0, _touchedCount))
        {
            TallyOf(group).Add(_masks[group], all);
            _masks[group] = 0;
        }

        _touchedCount = 0;
    }

    /// <summary>Ends a match; each group has its base among <paramref name="bases"/>, whose match is ended after.</summary>
    public void Close(GroupMasks bases, List<int> baseOf)
    {
        foreach (var group in _touched.AsSpan(0, _touchedCount))
        {
            TallyOf(group).Add(_masks[group], bases._masks[baseOf[group]]);
            _masks[group] = 0;
        }

        _touchedCount = 0;
    }

    /// <summary>Ends a match; each group is its own base.</summary>
    public void Close()
    {
        foreach (var group in _touched.AsSpan(0, _touchedCount))
        {
            TallyOf(group).Add(_masks[group], _masks[group]);
            _masks[group] = 0;
        }

        _touchedCount = 0;
    }

    public Tally Of(int group) => TallyOf(group);

    private ref Tally TallyOf(int group) => ref _tallies[group / TalliesOfChunk][group % TalliesOfChunk];
}
