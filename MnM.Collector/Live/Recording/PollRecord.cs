using System.Collections.Immutable;

namespace MnM.Collector.Live.Recording;

/// <summary>What one poll adds to the database; all of it is stored in one transaction.</summary>
internal sealed record PollRecord
{
    /// <summary>The game's row after this poll.</summary>
    public required Game Game { get; init; }

    /// <summary>Number of the poll; null where only the game's row changes (its end).</summary>
    public int? Sequence { get; init; }
    public int Segment { get; init; }
    public DateTimeOffset PolledAt { get; init; }
    public double GameTime { get; init; }

    /// <summary>Whether <see cref="Payload"/> is the whole response rather than a delta.</summary>
    public bool Keyframe { get; init; }
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Players whose values changed.</summary>
    public ImmutableArray<PlayerView> Players { get; init; } = [];

    /// <summary>Whether this record holds all players and events, after earlier ones were given up.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The gap that this poll ends; null where it follows the one before.</summary>
    public GameGap? Gap { get; init; }

    /// <summary>Events that are new.</summary>
    public ImmutableArray<GameEvent> Events { get; init; } = [];
}
