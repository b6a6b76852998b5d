namespace MnM.Simulator.World.Careers;

/// <summary>What becomes of a game of a career in Riot's API.</summary>
internal enum CareerFate
{
    /// <summary>It is played to its end.</summary>
    Played,

    /// <summary>One side gives up.</summary>
    Surrendered,

    /// <summary>It ends within minutes because somebody was missing.</summary>
    Remade,

    /// <summary>Its server failed.</summary>
    Aborted,

    /// <summary>It is listed, but its file never comes.</summary>
    Missing,

    /// <summary>Its file is there, and holds nothing of the game.</summary>
    Empty,

    /// <summary>Its file lacks what files of other games have.</summary>
    Sparse,
}
