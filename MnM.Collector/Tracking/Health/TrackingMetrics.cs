using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking.Health;

/// <summary>How well tracking does.</summary>
public sealed record TrackingMetrics
{
    /// <summary>When it was read, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Players who are tracked, and those who are paused.</summary>
    public required int Players { get; init; }
    public required int Paused { get; init; }

    /// <summary>Players in a game now.</summary>
    public required int InGame { get; init; }

    /// <summary>All rows by status, in the order of <see cref="GameStatus"/>.</summary>
    public required ImmutableArray<StatusCount> Statuses { get; init; }

    /// <summary>The last 24 hours, the running one at the end.</summary>
    public required ImmutableArray<HourCount> Hours { get; init; }

    /// <summary>From the end of a game to its result, of the last seven days.</summary>
    public required ImmutableArray<TimeBucket> CompletionTimes { get; init; }

    /// <summary>From the start of a game until the spectator or this machine showed it, of the last seven days.</summary>
    public required TimeQuantiles DetectionTime { get; init; }

    /// <summary>From the end of a game to its result, of the last seven days.</summary>
    public required TimeQuantiles CompletionTime { get; init; }

    /// <summary>Games of the last seven days whose result had to be asked for again after an error, and how often in all.</summary>
    public required int GamesWithRetries { get; init; }
    public required int Retries { get; init; }

    /// <summary>Games that wait for their result for more than two hours.</summary>
    public required int StuckTwoHours { get; init; }

    /// <summary>Those of them that wait for more than three.</summary>
    public required int StuckThreeHours { get; init; }

    /// <summary>Games of the last seven days whose result was given up, the latest first, twenty at most.</summary>
    public required ImmutableArray<MissingResult> MissingResults { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int MissingCount { get; init; }

    /// <summary>The oldest time to which the list of a tracked player was gone through; null while there is none.</summary>
    public required DateTimeOffset? SweptTo { get; init; }

    /// <summary>Six of them, over the last seven days.</summary>
    public required ImmutableArray<Criterion> Criteria { get; init; }

    /// <summary>What somebody should look at, the most urgent first.</summary>
    public required ImmutableArray<Alert> Alerts { get; init; }

    /// <summary>How the loops keep time, by name.</summary>
    public required ImmutableSortedDictionary<string, LoopTimes> Loops { get; init; }

    /// <summary>How the spectator is asked, by platform.</summary>
    public required ImmutableArray<PlatformRound> Rounds { get; init; }
}

/// <summary>How many rows have a status.</summary>
public sealed record StatusCount(GameStatus Status, int Count);

/// <summary>What was found and what became final in an hour.</summary>
/// <param name="Hour">When it began, UTC.</param>
/// <param name="Detected">Rows that came to be.</param>
/// <param name="Completed">Rows that got their result.</param>
/// <param name="EndedWithout">Rows that became final without one.</param>
public sealed record HourCount(DateTimeOffset Hour, int Detected, int Completed, int EndedWithout);

/// <summary>How many took so long.</summary>
/// <param name="Most">Seconds, this bucket's upper end; null for the rest.</param>
/// <param name="Count">More than the bucket before, and no more than this.</param>
public sealed record TimeBucket(int? Most, int Count);

/// <summary>How long something took.</summary>
/// <param name="Count">How often it happened.</param>
/// <param name="Median">Half took no longer; null where it never happened.</param>
/// <param name="Slow">Of a hundred, 99 took no longer.</param>
/// <param name="Sum">All together.</param>
public sealed record TimeQuantiles(int Count, TimeSpan? Median, TimeSpan? Slow, TimeSpan Sum);

/// <summary>A game whose result was given up.</summary>
/// <param name="PlayerId">Whose row.</param>
/// <param name="GameId">The id of its match.</param>
/// <param name="Product">What was played.</param>
/// <param name="Status">Expired or failed.</param>
/// <param name="At">When it was given up, UTC.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record MissingResult(long PlayerId, string GameId, RiotProduct Product, GameStatus Status, DateTimeOffset? At, string? Reason);

/// <summary>Something by which tracking is judged.</summary>
/// <param name="Name">For machines, for example completed_soon.</param>
/// <param name="Sentence">For people.</param>
/// <param name="Percent">How it stands; null where nothing has happened yet.</param>
/// <param name="Target">Percent.</param>
/// <param name="IsFloor">Whether the target is the least; the most where not.</param>
public sealed record Criterion(string Name, string Sentence, double? Percent, double Target, bool IsFloor)
{
    /// <summary>Whether it is met; null where nothing has happened yet.</summary>
    public bool? IsMet => Percent is not { } percent ? null : IsFloor ? percent >= Target : percent <= Target;
}

/// <summary>Something to look at.</summary>
/// <param name="Name">For machines, for example stuck_three_hours.</param>
/// <param name="IsUrgent">Whether games may be lost.</param>
/// <param name="Sentence">For people.</param>
public sealed record Alert(string Name, bool IsUrgent, string Sentence);
