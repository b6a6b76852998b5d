using System.Collections.Immutable;

namespace MnM.Collector.Matches.Played;

/// <summary>A stored match as one of its players had it.</summary>
public sealed record PlayedGame
{
    public required string MatchId { get; init; }

    /// <summary>UTC; null where Riot does not say, as of some that were called off.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>Until the last player left.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long this player was in it.</summary>
    public required TimeSpan Played { get; init; }
    public required PlayedChampion Champion { get; init; }

    /// <summary>Riot's number.</summary>
    public required int QueueId { get; init; }

    /// <summary>Riot's word, for example CLASSIC.</summary>
    public required string Mode { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; empty where the mode has none.</summary>
    public required string Role { get; init; }

    /// <summary>The first two numbers of the game's version; empty where Riot does not say.</summary>
    public required string Patch { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>Null in modes that have other sides than blue and red.</summary>
    public required Side? Side { get; init; }
    public required int Kills { get; init; }
    public required int Deaths { get; init; }
    public required int Assists { get; init; }

    /// <summary>Minions and neutral monsters.</summary>
    public required int Cs { get; init; }

    /// <summary>To champions.</summary>
    public required int Damage { get; init; }
    public required int VisionScore { get; init; }

    /// <summary>Those on the same side with whom more than one game was played.</summary>
    public ImmutableArray<Companion> With { get; init; } = [];

    /// <summary>When it really ended; null where its start is not known.</summary>
    public DateTimeOffset? EndedAt => StartedAt + Duration;

    /// <summary>Whether it came to an end: remakes and what Riot called off are counted apart.</summary>
    public bool Counts => Outcome is Outcome.Won or Outcome.Lost;

    /// <summary>Whether it has a part in win rates.</summary>
    public bool IsRated => Counts && Contest.Is(QueueId, Mode);

    public bool IsWon => Outcome == Outcome.Won;
}

/// <summary>How a game went.</summary>
public enum Outcome
{
    Lost,
    Won,

    /// <summary>A player was missing and it ended after some minutes.</summary>
    Remake,

    /// <summary>Riot called it off.</summary>
    Aborted,
}

/// <summary>Where a team begins.</summary>
public enum Side
{
    Blue,
    Red,
}

/// <summary>A champion.</summary>
/// <param name="Id">Riot's number.</param>
/// <param name="Name">As the match spells it.</param>
public readonly record struct PlayedChampion(int Id, string Name);
