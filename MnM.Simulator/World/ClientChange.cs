namespace MnM.Simulator.World;

/// <summary>What happens to the League client's process.</summary>
public enum ClientChange
{
    /// <summary>It starts and writes its lockfile with a new port and a new password, but does not answer yet.</summary>
    Launch,

    /// <summary>It begins to answer.</summary>
    Listen,

    /// <summary>It ends and takes its lockfile along.</summary>
    Close,

    /// <summary>It dies and leaves its lockfile.</summary>
    Crash,
}
