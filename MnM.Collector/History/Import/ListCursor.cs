using System.Text.Json.Serialization;

namespace MnM.Collector.History.Import;

/// <summary>Which page of which list is asked for next. It is the payload of the work, so that after a kill the list goes on where it was.</summary>
internal sealed record ListCursor
{
    /// <summary>Which of the import's queues is listed; 0 also where it names none.</summary>
    public int Queue { get; init; }

    /// <summary>How many of the newest of the window were listed.</summary>
    public int Start { get; init; }

    /// <summary>The window's newer end; null for the list itself, which has none.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether the window ends where the oldest match begins that is listed so far; that one must be here first.</summary>
    public bool AtOldest { get; init; }

    /// <summary>How many windows in a row have told nothing new.</summary>
    public int Empty { get; init; }

    /// <summary>Whether this window has told anything new.</summary>
    public bool HasFound { get; init; }

    /// <summary>The place of the first match of this queue.</summary>
    public int First { get; init; }

    /// <summary>The place of the next match.</summary>
    public int Next { get; init; }
}

[JsonSerializable(typeof(ListCursor))]
internal sealed partial class ListJson : JsonSerializerContext;
