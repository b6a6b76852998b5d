namespace MnM.Simulator.Faults;

/// <summary>A way in which the simulated programs go wrong; written in kebab case on the command line.</summary>
public enum Fault
{
    /// <summary>The port closes for a while.</summary>
    Refused,

    /// <summary>The request is accepted and never answered.</summary>
    Timeout,

    /// <summary>The body comes in dribbles.</summary>
    Slow,

    /// <summary>The body ends half way.</summary>
    Cut,

    /// <summary>A page of a web server's error, with status 200.</summary>
    Html,

    /// <summary>Status 200 and no body.</summary>
    Empty,

    /// <summary>The game time is that of some time ago.</summary>
    TimeBack,

    /// <summary>The League client's socket breaks in the middle of a frame.</summary>
    SocketCut,

    /// <summary>An empty frame comes before an event of the League client's socket.</summary>
    EmptyFrames,

    /// <summary>For whole games: names are empty or equal, the list mixes teams.</summary>
    Streamer,

    /// <summary>For whole games: somebody watches who joined late.</summary>
    Spectator,

    /// <summary>For whole games: all but the active player are bots.</summary>
    Bots,

    /// <summary>Once in every game: the League client dies, leaves its lockfile and comes back with another port and password.</summary>
    StaleLockfile,

    /// <summary>Once in every game: the League client has another port and password at once, in the same lockfile.</summary>
    OverwrittenLockfile,
}
