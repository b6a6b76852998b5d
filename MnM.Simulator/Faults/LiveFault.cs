namespace MnM.Simulator.Faults;

/// <summary>A way in which the live client goes wrong; written in kebab case on the command line.</summary>
public enum LiveFault
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

    /// <summary>For whole games: names are empty or equal, the list mixes teams.</summary>
    Streamer,

    /// <summary>For whole games: somebody watches who joined late.</summary>
    Spectator,

    /// <summary>For whole games: all but the active player are bots.</summary>
    Bots,
}
