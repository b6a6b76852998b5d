using System.Collections.Immutable;

namespace MnM.Collector.Scouting;

/// <summary>What MnM knows of the people of the game that is about to start, runs or has just ended; published whenever more is known.</summary>
public sealed record ScoutingState
{
    /// <summary>No game is on.</summary>
    public static ScoutingState None { get; } = new() { Phase = ScoutingPhase.None };

    /// <summary>Where the game is.</summary>
    public required ScoutingPhase Phase { get; init; }

    /// <summary>Riot's number of the queue, 0 for a custom game; null where nobody told it.</summary>
    public int? QueueId { get; init; }

    /// <summary>Riot's word, for example CLASSIC or ARAM; empty where nobody told it.</summary>
    public string GameMode { get; init; } = "";

    /// <summary>The blue side, by position where positions are told; in champ select the own side may be the only one.</summary>
    public ImmutableArray<ScoutCard> Blue { get; init; } = [];

    /// <summary>The red side.</summary>
    public ImmutableArray<ScoutCard> Red { get; init; } = [];

    /// <summary>Average solo rank of the blue side.</summary>
    public TeamRank BlueRank { get; init; } = TeamRank.Unknown;

    /// <summary>Average solo rank of the red side.</summary>
    public TeamRank RedRank { get; init; } = TeamRank.Unknown;

    /// <summary>How far the fetching is.</summary>
    public ScoutRequests Requests { get; init; } = ScoutRequests.None;

    /// <summary>Why nothing new can be fetched, in a sentence for people; null while it can.</summary>
    public string? Fault { get; init; }

    /// <summary>Both sides, blue first.</summary>
    public IEnumerable<ScoutCard> Cards => Blue.Concat(Red);

    /// <summary>The heads alone, and nothing of how they were asked for.</summary>
    public ScoutingState Heads() => this with
    {
        Blue = [.. Blue.Select(card => card.Head())],
        Red = [.. Red.Select(card => card.Head())],
        Requests = ScoutRequests.None,
        Fault = null,
    };
}

/// <summary>Where the scouted game is.</summary>
public enum ScoutingPhase
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Champions are chosen; only the own side can be known.</summary>
    ChampSelect,

    /// <summary>The loading screen.</summary>
    Loading,

    /// <summary>The game runs: premade groups are not shown.</summary>
    InGame,

    /// <summary>The game has ended; its cards stay until the next one.</summary>
    PostGame,
}

/// <summary>A side of the map.</summary>
public enum ScoutSide
{
    Blue,
    Red,
}

/// <summary>How much of a game's questions to Riot is done.</summary>
/// <param name="Done">Answered since the game was first seen, heads and form together.</param>
/// <param name="Waiting">Planned or under way.</param>
/// <param name="Expected">About how long the rest takes; null where nothing waits or it cannot be told.</param>
public sealed record ScoutRequests(int Done, int Waiting, TimeSpan? Expected)
{
    /// <summary>Nothing was asked.</summary>
    public static ScoutRequests None { get; } = new(0, 0, null);

    /// <summary>All of them.</summary>
    public int Total => Done + Waiting;
}

/// <summary>The average of the solo ranks of a side, by whole divisions.</summary>
/// <param name="Tier">IRON to CHALLENGER; null while none is known.</param>
/// <param name="Division">I to IV; null where the tier has none, or none is known.</param>
/// <param name="Known">Of how many players.</param>
/// <param name="Loading">How many more are being asked for.</param>
/// <param name="Unranked">How many have no rank and do not count.</param>
public sealed record TeamRank(string? Tier, string? Division, int Known, int Loading, int Unranked)
{
    /// <summary>Nothing is known.</summary>
    public static TeamRank Unknown { get; } = new(null, null, 0, 0, 0);
}
