namespace MnM.Collector.History.Import;

/// <summary>
/// How a player's matches are listed: page by page, and where the list ends early, which Riot's do after some hundreds, by windows of time that end where the oldest listed
/// match begins. A window that tells nothing new is followed by an earlier one, each twice as far back.
/// </summary>
internal static class ListPlan
{
    /// <summary>More ids are not told at once.</summary>
    public const int PageSize = 100;

    /// <summary>Nothing before is found by time.</summary>
    public static readonly DateTimeOffset Floor = new(2021, 6, 16, 0, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan FirstStep = TimeSpan.FromDays(90);

    /// <summary>The next page; null where this queue's matches are listed.</summary>
    /// <param name="cursor">The page that was told.</param>
    /// <param name="page">What came of it.</param>
    public static ListCursor? After(ListCursor cursor, ListedPage page)
    {
        var next = cursor with { Next = cursor.Next + page.New, HasFound = cursor.HasFound || page.New > 0, AtOldest = false, To = page.To };
        if (page.IsEnough || (page.Count == 0 && next.Next == next.First))
        {
            return null;
        }

        // A page that repeats what is known goes nowhere, however full it is.
        return page is { Count: >= PageSize, New: > 0 } ? next with { Start = cursor.Start + PageSize }
            : next.HasFound ? next with { Start = 0, Empty = 0, HasFound = false, AtOldest = true }
            : Back(next, page.To ?? page.Now);
    }

    private static ListCursor? Back(ListCursor cursor, DateTimeOffset from) =>
        from - (FirstStep * Math.Pow(2, cursor.Empty)) is var to && to > Floor ? cursor with { Start = 0, To = to, Empty = cursor.Empty + 1 } : null;
}

/// <summary>What came of asking for a page.</summary>
/// <param name="To">The newer end of the window that was asked for.</param>
/// <param name="Now">The time.</param>
/// <param name="Count">How many ids it held.</param>
/// <param name="New">How many of them were not listed before.</param>
/// <param name="IsEnough">Whether nothing more is wanted of this queue: there are as many as were asked for, or the rest is known from an import before.</param>
internal readonly record struct ListedPage(DateTimeOffset? To, DateTimeOffset Now, int Count, int New, bool IsEnough);
