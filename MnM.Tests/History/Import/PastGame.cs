using System.Net;

namespace MnM.Tests.History.Import;

/// <summary>A past game of the test's world, and what Riot says of it.</summary>
internal sealed record PastGame(long Number, DateTimeOffset Start, params string[] People)
{
    public int Queue { get; init; } = 420;

    /// <summary>What the match answers instead of itself.</summary>
    public HttpStatusCode? Refusal { get; init; }

    /// <summary>What the match is instead of what the world writes.</summary>
    public string? Body { get; init; }

    /// <summary>Riot's word for how it ended.</summary>
    public string EndReason { get; init; } = "GameComplete";

    public bool IsRemake { get; init; }

    public bool HasTimeline { get; init; } = true;

    public string Id { get => field ?? $"EUW1_{Number}"; init; }
}
