namespace MnM.Collector.Insights.Language.Numbers;

/// <summary>A number that a text tells, however it writes it.</summary>
/// <param name="Kind">What the number is said to be.</param>
/// <param name="Value">Its size without a sign; seconds of a time, 0 where there is no single value.</param>
/// <param name="Text">As the text has it.</param>
internal sealed record ToldNumber(NumberKind Kind, decimal Value, string Text)
{
    /// <summary>−1 or 1 where a sign is written; 0 where none is.</summary>
    public int Sign { get; init; }

    /// <summary>Whether it stands before a unit of time, and what it is in seconds then.</summary>
    public decimal? Seconds { get; init; }
}

/// <summary>What a number is said to be: 31 % is not 31, nor is 0:31.</summary>
internal enum NumberKind
{
    Plain,
    Percent,

    /// <summary>m:ss or h:mm:ss.</summary>
    Time,

    /// <summary>Several that belong together, as 3/7/5 or 26.22.1; compared as they are written.</summary>
    Row,

    /// <summary>A year, a month and a day; compared as they are written.</summary>
    Date,

    /// <summary>Something that may be read as a number and cannot be compared, as ③, a letter of another script, "s3ven" or "dozens".</summary>
    Unreadable,
}
