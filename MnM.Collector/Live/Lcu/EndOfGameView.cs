using System.Collections.Immutable;

namespace MnM.Collector.Live.Lcu;

/// <summary>What the League client tells after a game.</summary>
public sealed record EndOfGameView
{
    /// <summary>Riot's number of the game.</summary>
    public required long GameId { get; init; }

    /// <summary>Seconds.</summary>
    public required int GameLength { get; init; }

    /// <summary>CLASSIC, ARAM, …</summary>
    public required string GameMode { get; init; }

    /// <summary>Riot's word for the queue (RANKED_SOLO_5x5, NONE, …).</summary>
    public required string QueueType { get; init; }

    /// <summary>Whether the player at this machine won; null for a spectator.</summary>
    public required bool? Won { get; init; }

    /// <summary>Blue first.</summary>
    public required ImmutableArray<EndOfGameTeam> Teams { get; init; }
}

/// <summary>A team after a game.</summary>
/// <param name="TeamId">100 is blue, 200 is red; others as Riot sends them.</param>
/// <param name="IsWinner">Whether it won.</param>
/// <param name="Players">In the client's order.</param>
public sealed record EndOfGameTeam(int TeamId, bool IsWinner, ImmutableArray<EndOfGamePlayer> Players);

/// <summary>A player's figures after a game, exact where the running game rounds them.</summary>
public sealed record EndOfGamePlayer
{
    /// <summary>Name#TAG or the old summoner name; empty where the client tells none.</summary>
    public required string Name { get; init; }

    /// <summary>0 where the client tells only the name.</summary>
    public required int ChampionId { get; init; }

    /// <summary>In the client's language; empty where not told.</summary>
    public required string ChampionName { get; init; }
    public required bool IsYou { get; init; }
    public required bool IsBot { get; init; }
    public required int Level { get; init; }
    public required int Kills { get; init; }
    public required int Deaths { get; init; }
    public required int Assists { get; init; }

    /// <summary>Lane minions and jungle monsters.</summary>
    public required int CreepScore { get; init; }
    public required int GoldEarned { get; init; }
    public required int DamageToChampions { get; init; }
    public required int VisionScore { get; init; }

    /// <summary>Ids of the items at the end; 0 is an empty place.</summary>
    public required ImmutableArray<int> Items { get; init; }
}
