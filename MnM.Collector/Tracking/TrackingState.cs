using System.Collections.Immutable;

namespace MnM.Collector.Tracking;

/// <summary>What tracking does at this moment; published after every round and every change. Whoever shows more reads it anew then.</summary>
public sealed record TrackingState
{
    /// <summary>Before the first round.</summary>
    public static TrackingState Starting { get; } = new();

    /// <summary>Grows with each change of what is stored: of players, games and results.</summary>
    public long Version { get; init; }

    /// <summary>How each tracked player is asked about, by player and product; those of whom nothing is known to the keys are left out.</summary>
    public ImmutableDictionary<Watch, AskPace> Paces { get; init; } = ImmutableDictionary<Watch, AskPace>.Empty;

    /// <summary>How the spectator is asked, by platform.</summary>
    public ImmutableArray<PlatformRound> Rounds { get; init; } = [];

    /// <summary>How the loops keep time, by name: detection, sweep, completion.</summary>
    public ImmutableSortedDictionary<string, LoopTimes> Loops { get; init; } = ImmutableSortedDictionary<string, LoopTimes>.Empty;

    /// <summary>Why results cannot be had now, in a sentence for people; null where they can.</summary>
    public string? ResultFault { get; init; }
}

/// <summary>How somebody is asked about.</summary>
/// <param name="Every">How often; null where not now, as during a game that cannot be over yet.</param>
/// <param name="AskedAt">When last, UTC; null where not since MnM started.</param>
public sealed record AskPace(TimeSpan? Every, DateTimeOffset? AskedAt);

/// <summary>How the spectator of a platform is asked.</summary>
/// <param name="Platform">In lower case.</param>
/// <param name="Round">How long one round of questions about everybody takes.</param>
/// <param name="Questions">How many there are in one round of the loop.</param>
/// <param name="IsOutage">Whether nearly all running games were missing at once.</param>
/// <param name="Fault">Why something remained without an answer, in a sentence for people; null where nothing did.</param>
public sealed record PlatformRound(string Platform, TimeSpan Round, int Questions, bool IsOutage, string? Fault)
{
    /// <summary>When something was answered last, UTC; null where nothing was since MnM started.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>How a loop keeps time.</summary>
/// <param name="Interval">From one round to the next.</param>
/// <param name="Last">How long the last round took.</param>
/// <param name="Longest">How long the longest one took since MnM started.</param>
/// <param name="Rounds">How many there were.</param>
/// <param name="Overruns">How many of them took more than 110 % of the interval.</param>
/// <param name="At">When the last one ended, UTC.</param>
public sealed record LoopTimes(TimeSpan Interval, TimeSpan Last, TimeSpan Longest, long Rounds, long Overruns, DateTimeOffset At)
{
    internal static LoopTimes After(LoopTimes? before, TimeSpan took, TimeSpan interval, DateTimeOffset at) => new(
        interval, took, before?.Longest > took ? before.Longest : took, (before?.Rounds ?? 0) + 1, (before?.Overruns ?? 0) + (took > interval * 1.1 ? 1 : 0), at);
}
