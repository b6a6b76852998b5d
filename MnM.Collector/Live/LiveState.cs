using System.Collections.Immutable;
using MnM.Collector.Live.Lcu;

namespace MnM.Collector.Live;

/// <summary>What MnM sees of the League client and the running game right now; published after every poll and every change of either.</summary>
public sealed record LiveState
{
    /// <summary>How many phases are remembered.</summary>
    public const int PhasesKept = 30;

    /// <summary>What is on, newest first and never empty; <see cref="GameLifecycle"/> derives it from the rest.</summary>
    public ImmutableArray<PhaseView> Phases { get; init; } = [new(GamePhase.Closed, null, default)];

    /// <summary>What is on now.</summary>
    public PhaseView Phase => Phases[0];

    /// <summary>What the League client tells.</summary>
    public ClientView Client { get; init; } = ClientView.None;

    /// <summary>Where the connection to the game stands.</summary>
    public required LiveConnection Connection { get; init; }

    /// <summary>The game of the last poll; kept while the connection is lost and after the end, until the next game or the end of waiting.</summary>
    public LiveView? Game { get; init; }

    /// <summary>The last game that ended, for "your last game ended 2 h ago".</summary>
    public EndedGame? LastGame { get; init; }

    /// <summary>The last fault in words a player understands; null while polls succeed.</summary>
    public LiveFault? Fault { get; init; }

    /// <summary>How the game's certificate is checked.</summary>
    public LiveTrust Trust { get; init; } = LiveTrust.RiotRoot;

    /// <summary>The game that runs now; null outside one and after its end.</summary>
    public LiveView? RunningGame => Connection is LiveConnection.InGame or LiveConnection.Lost ? Game : null;

    /// <summary>The state before the first probe.</summary>
    public static LiveState Starting { get; } = new() { Connection = LiveConnection.Starting };
}

/// <summary>Where the connection to the game stands.</summary>
public enum LiveConnection
{
    /// <summary>No probe has been made yet.</summary>
    Starting,

    /// <summary>Nothing answers on the game's port: no game is running.</summary>
    Waiting,

    /// <summary>The port answers, but not with a game yet.</summary>
    Loading,

    /// <summary>Polls succeed.</summary>
    InGame,

    /// <summary>A game was there; polls fail, and the grace time runs.</summary>
    Lost,

    /// <summary>The game has told its end.</summary>
    Ended,

    /// <summary>A game of a mode that MnM neither shows nor records (Brawl).</summary>
    NotShown,

    /// <summary>A game that is not shown to whoever looks: a custom one, or one of which nobody told that it is none.</summary>
    NotShared,
}

/// <summary>How the game's certificate is checked.</summary>
public enum LiveTrust
{
    /// <summary>By Riot's root certificate, known by its fingerprint.</summary>
    RiotRoot,

    /// <summary>By the root in the file that LIVE_CLIENT_ROOT names.</summary>
    GivenRoot,

    /// <summary>Not at all, by LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE, on loopback only; the page says so.</summary>
    AnyOnLoopback,

    /// <summary>Riot's root could not be had yet, so no game can be read; <see cref="LiveState.Fault"/> says why.</summary>
    RootMissing,
}

/// <summary>What is wrong with the game's answers, and since when.</summary>
/// <param name="Message">One sentence for people.</param>
/// <param name="Since">UTC; when this fault was first seen.</param>
public sealed record LiveFault(string Message, DateTimeOffset Since);

/// <summary>A game that has ended.</summary>
/// <param name="GameId">Our id of the game.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="Won">Whether the local player won; null where the game did not say.</param>
public sealed record EndedGame(long GameId, DateTimeOffset EndedAt, bool? Won);
