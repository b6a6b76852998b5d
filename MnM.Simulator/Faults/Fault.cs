using System.ComponentModel;

namespace MnM.Simulator.Faults;

/// <summary>A way in which the simulated programs go wrong; written in kebab case on the command line.</summary>
public enum Fault
{
    [Description("The port closes for a while.")]
    Refused,

    [Description("The request is accepted and never answered.")]
    Timeout,

    [Description("The body comes in dribbles.")]
    Slow,

    [Description("The body ends half way.")]
    Cut,

    [Description("A page of a web server's error, with status 200.")]
    Html,

    [Description("Status 200 and no body.")]
    Empty,

    [Description("The game time is that of some time ago.")]
    TimeBack,

    [Description("The League client's socket breaks in the middle of a frame.")]
    SocketCut,

    [Description("An empty frame comes before an event of the League client's socket.")]
    EmptyFrames,

    [Description("Riot's API: four answers in a row are 500, 502, 503 and 504, of every twenty-five.")]
    ServerErrors,

    [Description("Riot's API: 429 of the method, without Retry-After.")]
    MethodLimit,

    [Description("Riot's API: 429 of the service, without Retry-After.")]
    ServiceLimit,

    [Description("Riot's API: 429 of the undocumented type server, with Retry-After and without headers of limits.")]
    ServerLimit,

    [Description("Riot's API: for five minutes of every fifteen all of Europe answers 404.")]
    RegionMissing,

    [Description("Riot's API: a list of matches ends at the 600th, though older ones are listed when they are asked for by time.")]
    ShortLists,

    [Description("For whole games: names are empty or equal, the list mixes teams.")]
    Streamer,

    [Description("For whole games: somebody watches who joined late.")]
    Spectator,

    [Description("For whole games: all but the active player are bots.")]
    Bots,

    [Description("Once in every game: the League client dies, leaves its lockfile and comes back with another port and password.")]
    StaleLockfile,

    [Description("Once in every game: the League client has another port and password at once, in the same lockfile.")]
    OverwrittenLockfile,
}
