using System.Collections.Immutable;

namespace MnM.Collector.Live.Lcu;

/// <summary>A lobby in the League client.</summary>
public sealed record LobbyView
{
    /// <summary>Riot's number of the queue; 0 for a custom game.</summary>
    public required int QueueId { get; init; }

    /// <summary>CLASSIC, ARAM, …; empty where not told.</summary>
    public required string GameMode { get; init; }
    public required bool IsCustom { get; init; }

    /// <summary>How many fit in; 0 where not told.</summary>
    public required int Places { get; init; }

    /// <summary>In the client's order.</summary>
    public required ImmutableArray<LobbyMember> Members { get; init; }
}

/// <summary>Somebody in a lobby.</summary>
/// <param name="Name">As the client shows it; "Member 2" where it tells no name.</param>
/// <param name="IsLeader">Whether they may start the search.</param>
/// <param name="IsYou">Whether they sit at this machine.</param>
/// <param name="Positions">Riot's words for the roles they want, the first one first: TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY, FILL.</param>
public sealed record LobbyMember(string Name, bool IsLeader, bool IsYou, ImmutableArray<string> Positions);
