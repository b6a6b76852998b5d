using System.Collections.Immutable;

namespace MnM.Collector.Tft.Crawling;

/// <summary>What the crawler does.</summary>
public enum CrawlerState
{
    /// <summary>Nobody has started it yet.</summary>
    Off,

    /// <summary>It goes through ladders, lists and matches.</summary>
    Crawling,

    /// <summary>All is done, and the next cycle has not begun.</summary>
    Resting,

    /// <summary>Somebody lets it rest.</summary>
    Paused,

    /// <summary>It cannot go on: no key, or Riot does not answer.</summary>
    Waiting,
}

/// <summary>How the crawler stands.</summary>
/// <param name="State">What it does.</param>
/// <param name="Why">A sentence, where it waits.</param>
/// <param name="Plan">What is crawled.</param>
/// <param name="CycleStartedAt">When this cycle, or the last, began.</param>
/// <param name="NextCycleAt">When the next one begins; null where one runs or nobody started it.</param>
/// <param name="Ladders">Open items.</param>
/// <param name="Lists">Open items.</param>
/// <param name="Matches">Open items.</param>
/// <param name="Stored">Raw matches in the database.</param>
/// <param name="Derived">Of these, those whose rows are in the analytics store.</param>
/// <param name="PerMinute">Matches stored in the last ten minutes, a minute.</param>
/// <param name="NewestMatchAt">End of the newest match.</param>
/// <param name="Expected">Until the queue is empty, at this pace; null where there is none.</param>
/// <param name="Failures">How many of this cycle ended without a result, by reason, the most first.</param>
/// <param name="Drift">Matches that are kept raw alone since they do not fit.</param>
public sealed record CrawlerView(
    CrawlerState State,
    string? Why,
    CrawlerPlan Plan,
    DateTimeOffset? CycleStartedAt,
    DateTimeOffset? NextCycleAt,
    int Ladders,
    int Lists,
    int Matches,
    int Stored,
    int Derived,
    double PerMinute,
    DateTimeOffset? NewestMatchAt,
    TimeSpan? Expected,
    ImmutableArray<CrawlerFailure> Failures,
    ImmutableArray<SchemaDrift> Drift);

/// <summary>Why items ended without a result.</summary>
public sealed record CrawlerFailure(string Kind, string State, string Reason, int Count, DateTimeOffset LastAt);

/// <summary>A match that does not fit the rows.</summary>
public sealed record SchemaDrift(string MatchId, string Fault, DateTimeOffset At);
