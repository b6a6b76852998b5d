namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Which copies of units a query is about; all its parts hold for one and the same copy.</summary>
internal sealed class UnitFilter(TftQuery query)
{
    private readonly bool _holdsStars = query.HoldsStars;

    /// <summary>The unit, where one is asked for.</summary>
    public int? Unit => query.Unit;

    /// <summary>Whether stars or items choose among the copies of a unit.</summary>
    public bool ChoosesCopies { get; } = query.ChoosesCopies;

    /// <summary>Whether every unit of every board fits.</summary>
    public bool IsEmpty => Unit is null && !ChoosesCopies;

    public bool Fits(in Segment segment, int unit) => IsAsked(segment, unit) && (!ChoosesCopies || (HasStars(segment.Star[unit]) && HasItems(segment.ItemsOf(unit))));

    /// <summary>Whether what fits is held against the boards with such a copy.</summary>
    public bool IsBase(in Segment segment, int unit) => IsAsked(segment, unit) && (!_holdsStars || HasStars(segment.Star[unit]));

    /// <summary>Whether a board has such a unit.</summary>
    public bool FitsBoard(in Segment segment, int board)
    {
        for (var unit = segment.UnitStart[board]; unit < segment.UnitStart[board + 1]; unit++)
        {
            if (Fits(segment, unit))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAsked(in Segment segment, int unit) => query.Unit is null || segment.Unit[unit] == query.Unit;

    private bool HasStars(int star) => !(star < query.MinStar) && !(star > query.MaxStar);

    private bool HasItems(ReadOnlySpan<ushort> items) =>
        (query.ItemCount is null || items.Length == query.ItemCount)
        && HasAll(items)
        && HasNone(items)
        && (query.Exactly is not { } exactly || IsExactly(items, exactly.AsSpan()));

    /// <summary>Both are sorted, and an item that is named twice must be there twice.</summary>
    private bool HasAll(ReadOnlySpan<ushort> items)
    {
        var next = 0;
        foreach (var wanted in query.With)
        {
            while (next < items.Length && items[next] < wanted)
            {
                next++;
            }

            if (next == items.Length || items[next] != wanted)
            {
                return false;
            }

            next++;
        }

        return true;
    }

    private bool HasNone(ReadOnlySpan<ushort> items)
    {
        foreach (var unwanted in query.Without)
        {
            if (unwanted <= ushort.MaxValue && items.Contains((ushort)unwanted))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsExactly(ReadOnlySpan<ushort> items, ReadOnlySpan<int> exactly)
    {
        if (items.Length != exactly.Length)
        {
            return false;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] != exactly[i])
            {
                return false;
            }
        }

        return true;
    }
}
