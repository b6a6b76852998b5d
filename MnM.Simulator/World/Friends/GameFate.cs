namespace MnM.Simulator.World.Friends;

/// <summary>What becomes of a game in Riot's API.</summary>
public enum GameFate
{
    /// <summary>It is played to its end, and its match appears.</summary>
    Played,

    /// <summary>It ends within minutes because somebody was missing; its match appears and says so.</summary>
    Remade,

    /// <summary>Its server failed; its match appears and says so.</summary>
    Aborted,

    /// <summary>Its match is listed, but told to nobody else than those who played it.</summary>
    Private,

    /// <summary>Its match is listed, but its file never comes.</summary>
    Missing,

    /// <summary>It has no match and is listed nowhere.</summary>
    Custom,
}
