using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.Matches.Pool;

/// <summary>Which of a player's matches are looked at; what is null does not matter.</summary>
public sealed record PoolFilter
{
    /// <summary>All matches.</summary>
    public static PoolFilter None { get; } = new();

    /// <summary>Riot's number of the champion.</summary>
    public int? Champion { get; init; }

    /// <summary>Riot's number of the queue.</summary>
    public int? Queue { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY.</summary>
    public string? Role { get; init; }

    /// <summary>For example 15.23.</summary>
    public string? Patch { get; init; }

    /// <summary>Started then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Started earlier.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Whether custom games are left out; matters to lists alone, since figures are made of games that were read without them.</summary>
    public bool WithoutCustom { get; init; }

    /// <summary>Riot's ids of matches that are left out; matters to lists alone, too.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>How it ended; matters to lists alone, since figures of won games would say nothing.</summary>
    public MatchResult? Result { get; init; }

    /// <summary>Whether a game is looked at, whatever its result.</summary>
    public bool Leaves(PlayedGame game) =>
        (Champion is null || game.Champion.Id == Champion)
        && (Queue is null || game.QueueId == Queue)
        && (Role is null || game.Role == Role)
        && (Patch is null || game.Patch == Patch)
        && (From is null || game.StartedAt >= From)
        && (Before is null || game.StartedAt < Before);
}

/// <summary>How a match ended for a player.</summary>
public enum MatchResult
{
    Won,
    Lost,

    /// <summary>A remake, or called off by Riot.</summary>
    None,
}
