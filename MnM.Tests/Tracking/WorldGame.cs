using System.Net;
using MnM.Collector.Riot;

namespace MnM.Tests.Tracking;

/// <summary>A game of the test's world: who plays from when to when, and what Riot says of it.</summary>
internal sealed record WorldGame(long Number, DateTimeOffset Start, TimeSpan Length, params string[] People)
{
    public RiotProduct Product { get; init; }

    public int? Queue { get; init; } = 420;

    public string Mode { get; init; } = "CLASSIC";

    /// <summary>How long after its end the match is there; null for never.</summary>
    public TimeSpan? Delay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What the match answers instead of itself.</summary>
    public HttpStatusCode? Refusal { get; init; }

    /// <summary>What the match is instead of what the world writes.</summary>
    public string? Body { get; init; }

    /// <summary>Riot's word for how it ended.</summary>
    public string EndReason { get; init; } = "GameComplete";

    public bool IsRemake { get; init; }

    public string Id => $"EUW1_{Number}";

    public DateTimeOffset End => Start + Length;
}
