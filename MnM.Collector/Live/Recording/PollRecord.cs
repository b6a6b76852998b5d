using System.Collections.Immutable;

namespace MnM.Collector.Live.Recording;

/// <summary>What one poll adds to the database; all of it is stored in one transaction.</summary>
internal sealed record PollRecord
{
    /// <summary>The game's row after this poll; a copy, in which the recorder counts what it has stored.</summary>
    public required Game Game { get; init; }

    /// <summary>The whole response or the change from the one before; null where only the game's row changes (its end).</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    /// <summary>Whether <see cref="Payload"/> is the whole response.</summary>
    public bool Keyframe { get; init; }
    public int Segment { get; init; }
    public DateTimeOffset PolledAt { get; init; }
    public double GameTime { get; init; }

    /// <summary>Why polls before this one are missing, in the words of <see cref="GameGap"/>; null where none are.</summary>
    public string? GapBefore { get; init; }

    /// <summary>Players whose values changed.</summary>
    public ImmutableArray<PlayerView> Players { get; init; } = [];

    /// <summary>Whether this record holds all players and events, after earlier ones were given up.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Events that are new.</summary>
    public ImmutableArray<GameEvent> Events { get; init; } = [];
}
