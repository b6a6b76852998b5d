namespace MnM.Simulator.World;

/// <summary>Something out of the ordinary that an evening has around one of its games; written in kebab case on the command line.</summary>
public enum Incident
{
    /// <summary>Somebody does not accept the game that was found: the search goes on.</summary>
    Declined,

    /// <summary>Somebody leaves champion select: the search goes on.</summary>
    Dodge,

    /// <summary>The local player leaves champion select: back to the lobby.</summary>
    OwnDodge,

    /// <summary>The game does not start at first.</summary>
    FailedToLaunch,

    /// <summary>The game's program dies in the middle and is started again; the game went on meanwhile.</summary>
    Reconnect,

    /// <summary>The game's server fails in the middle: no end, no statistics.</summary>
    TerminatedInError,

    /// <summary>The League client is closed while the game runs, as its settings allow, and comes back after it.</summary>
    ClientClosed,

    /// <summary>The League client dies some time around the game, leaves its lockfile and comes back later.</summary>
    ClientCrash,

    /// <summary>The League client has another port and password from one moment to the next, in the same lockfile.</summary>
    ClientRestart,

    /// <summary>After the game somebody else logs in.</summary>
    AccountSwitch,

    /// <summary>The game is a custom one.</summary>
    Custom,

    /// <summary>The game is a custom one, and the local player watches it from champion select on.</summary>
    CustomWatched,

    /// <summary>The game is somebody else's: the local player joins late and watches.</summary>
    Watched,

    /// <summary>The game is a ranked one of fixed teams.</summary>
    Flex,

    /// <summary>The game is a normal draft.</summary>
    Normal,
}
