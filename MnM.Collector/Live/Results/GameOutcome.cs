using System.Collections.Immutable;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Live.Results;

/// <summary>What is known of a game since it ended.</summary>
public sealed record GameOutcome
{
    /// <summary>The League client's statistics; null where it told none.</summary>
    public EndOfGameView? EndOfGame { get; init; }

    /// <summary>When it told them.</summary>
    public DateTimeOffset? EndOfGameAt { get; init; }

    /// <summary>Riot's match; null while it is not here.</summary>
    public ReadMatch? Match { get; init; }

    /// <summary>How the match stands.</summary>
    public required MatchProgress MatchProgress { get; init; }

    /// <summary>How its timeline stands.</summary>
    public required MatchProgress TimelineProgress { get; init; }

    /// <summary>How many moments the timeline tells.</summary>
    public int Frames { get; init; }

    /// <summary>What each participant had at ten minutes, by number; empty where the match was over before or has no timeline.</summary>
    public ImmutableDictionary<int, MinuteFigures> AtTen { get; init; } = ImmutableDictionary<int, MinuteFigures>.Empty;

    /// <summary>The same at fifteen.</summary>
    public ImmutableDictionary<int, MinuteFigures> AtFifteen { get; init; } = ImmutableDictionary<int, MinuteFigures>.Empty;

    /// <summary>Whether more may come.</summary>
    public bool IsWaiting => MatchProgress.Stage == MatchStage.Waiting || TimelineProgress.Stage == MatchStage.Waiting;
}

/// <summary>How a part of a match stands.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Tries">How often Riot was asked.</param>
/// <param name="At">When it came or was given up; while it is waited for, when Riot is asked next, null for at once.</param>
/// <param name="Reason">Why it is not here, or what is odd about it, in a sentence for people.</param>
public sealed record MatchProgress(MatchStage Stage, int Tries, DateTimeOffset? At, string? Reason);

/// <summary>Where a part of a match stands.</summary>
public enum MatchStage
{
    /// <summary>Riot is not asked.</summary>
    None,

    /// <summary>Riot is asked until it is there.</summary>
    Waiting,

    /// <summary>It is in the database.</summary>
    Here,

    /// <summary>It will not come.</summary>
    Absent,
}
