using System.ComponentModel;

namespace MnM.Simulator.World;

/// <summary>Something out of the ordinary that an evening has around one of its games; written in kebab case on the command line.</summary>
public enum Incident
{
    [Description("Somebody does not accept the game that was found: the search goes on.")]
    Declined,

    [Description("Somebody leaves champion select: the search goes on.")]
    Dodge,

    [Description("The local player leaves champion select: back to the lobby.")]
    OwnDodge,

    [Description("The game does not start at first.")]
    FailedToLaunch,

    [Description("The game's program dies in the middle and is started again; the game went on meanwhile.")]
    Reconnect,

    [Description("The game's server fails in the middle: no end, no statistics.")]
    TerminatedInError,

    [Description("The League client is closed while the game runs, as its settings allow, and comes back after it.")]
    ClientClosed,

    [Description("The League client dies some time around the game, leaves its lockfile and comes back later.")]
    ClientCrash,

    [Description("The League client has another port and password from one moment to the next, in the same lockfile.")]
    ClientRestart,

    [Description("After the game somebody else logs in.")]
    AccountSwitch,

    [Description("The game is a custom one.")]
    Custom,

    [Description("The game is a custom one, and the local player watches it from champion select on.")]
    CustomWatched,

    [Description("The game is somebody else's: the local player joins late and watches.")]
    Watched,

    [Description("The game is a ranked one of fixed teams.")]
    Flex,

    [Description("The game is a normal draft.")]
    Normal,

    [Description("The game is one of a tournament of the client's own.")]
    Clash,
}
