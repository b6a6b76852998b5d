namespace MnM.Simulator.RiotApi;

/// <summary>An answer that comes in the place of the real one.</summary>
internal sealed record RiotRefusal(RiotAnswer Answer)
{
    /// <summary>Of a 429 the limit that was exceeded: application, method, service or server.</summary>
    public string? Exceeded { get; init; }

    /// <summary>Null where the answer does not say it.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether the headers of the limits are left out.</summary>
    public bool HidesLimits { get; init; }

    public static RiotRefusal Limit(string exceeded) => new(RiotAnswer.Fault(429, "Rate limit exceeded")) { Exceeded = exceeded };
}
