namespace MnM.Collector.Backplane;

/// <summary>Work to be done once.</summary>
/// <param name="Kind">What is to be done; one runner does all work of a kind.</param>
/// <param name="Key">To what; while an item of a kind is open, there is no second one with its key.</param>
/// <param name="Lane">How urgent it is.</param>
internal sealed record NewWork(string Kind, string Key, Lane Lane)
{
    /// <summary>Characters of the largest payload: the queue holds what to do, the data are elsewhere.</summary>
    public const int LargestPayload = 4000;

    /// <summary>The route (platform or region) whose limits it uses; routes take turns.</summary>
    public string Route { get; init; } = "";

    /// <summary>On whose behalf; on a route, owners take turns.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What the work needs to know beside its key, as JSON.</summary>
    public string? Payload
    {
        get;
        init => field = value is not { Length: > LargestPayload }
            ? value
            : throw new ArgumentException($"The payload has {value.Length} characters, and {LargestPayload} are the most.", nameof(value));
    }

    /// <summary>Not before this time; at once where null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Of no use after this time.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
