using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>The game to scout, as the League client, the game itself and Riot tell it together.</summary>
/// <param name="Phase">Where it is.</param>
/// <param name="Id">Riot's number; 0 where nobody told it.</param>
/// <param name="QueueId">Riot's number of the queue; null where nobody told it.</param>
/// <param name="Mode">Riot's word; empty where nobody told it.</param>
/// <param name="Seats">Who sits where, blue first.</param>
internal sealed record ScoutGame(ScoutingPhase Phase, long Id, int? QueueId, string Mode, ImmutableArray<ScoutSeat> Seats);

/// <summary>One of the ten as the game shows them.</summary>
internal sealed record ScoutSeat
{
    public required ScoutSide Side { get; init; }

    /// <summary>Place on the side, from 0.</summary>
    public int Slot { get; init; }
    public string Position { get; init; } = "";

    /// <summary>The Riot ID; null of a bot and of who is hidden.</summary>
    public RiotName? Name { get; init; }

    /// <summary>What stands in the place of a Riot ID: "Ally 3", or a bot's name.</summary>
    public required string Stand { get; init; }
    public bool IsBot { get; init; }

    /// <summary>Whether Riot itself withholds who this is, which holds for the whole game whatever else tells a name.</summary>
    public bool IsAnonymous { get; init; }
    public bool IsYou { get; init; }
    public int ChampionId { get; init; }
    public string ChampionName { get; init; } = "";

    /// <summary>What Riot's API itself gave; never the League client's, which are ids of another kind.</summary>
    public Puuid? Puuid { get; init; }

    public bool IsHidden => Name is null && !IsBot;
}

/// <summary>A Riot ID; two that Riot takes for the same are equal.</summary>
internal sealed record RiotName(string GameName, string TagLine)
{
    /// <summary>As Riot compares it.</summary>
    public string Key { get; } = Players.PlayerQueries.KeyOf(GameName, TagLine);

    /// <summary>The Riot ID in Name#TAG; null where a part is missing.</summary>
    public static RiotName? Parse(string text) =>
        text.LastIndexOf('#') is > 0 and var at && at < text.Length - 1 ? new RiotName(text[..at], text[(at + 1)..]) : null;

    public bool Equals(RiotName? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
