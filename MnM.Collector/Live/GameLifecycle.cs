namespace MnM.Collector.Live;

/// <summary>What a friend does, in the words shown to people.</summary>
public enum GamePhase
{
    /// <summary>Neither the client nor a game runs.</summary>
    Closed,

    /// <summary>The client is open, and nothing is on.</summary>
    ClientOpen,

    /// <summary>In a lobby, or searching for a match.</summary>
    Lobby,
    ChampSelect,

    /// <summary>A game loads or runs.</summary>
    InGame,

    /// <summary>A game has just ended.</summary>
    PostGame,
}

/// <summary>A phase and when it began.</summary>
/// <param name="Phase">For people.</param>
/// <param name="Raw">Riot's own word; null where no client told one.</param>
/// <param name="Since">UTC; when both were first seen together.</param>
public sealed record PhaseView(GamePhase Phase, string? Raw, DateTimeOffset Since);

/// <summary>What becomes of a game whose polls fail.</summary>
internal enum GameFate
{
    /// <summary>It goes on: the connection may come back.</summary>
    Goes,

    /// <summary>The client says that it is over.</summary>
    ToldOver,

    /// <summary>Nothing was heard of it for the grace time.</summary>
    GivenUp,
}

/// <summary>
/// The life of a game as a pure function of what is seen: the client's gameflow phase and the answers of the game's own port.
/// The client knows what is on; the game's port knows whether a game runs, also while the client is closed.
/// </summary>
internal static class GameLifecycle
{
    /// <summary>A client in which nothing is on, beside a game that is silent: it was left, or both were started anew, and then the client soon says so.</summary>
    private static readonly TimeSpan IdleGrace = TimeSpan.FromSeconds(10);

    /// <summary>The word for people of a gameflow phase; an unknown one means that the client is open.</summary>
    public static GamePhase PhaseOf(string raw) => raw switch
    {
        "Lobby" or "Matchmaking" or "CheckedIntoTournament" or "ReadyCheck" => GamePhase.Lobby,
        "ChampSelect" => GamePhase.ChampSelect,
        "GameStart" or "InProgress" or "Reconnect" or "WatchInProgress" => GamePhase.InGame,
        "WaitingForStats" or "PreEndOfGame" or "EndOfGame" => GamePhase.PostGame,
        _ => GamePhase.ClientOpen,
    };

    /// <summary>What is on, from both sides.</summary>
    /// <param name="told">What the client says; null without one.</param>
    /// <param name="live">Where the connection to the game stands.</param>
    public static GamePhase PhaseOf(GamePhase? told, LiveConnection live) => (live, told) switch
    {
        // A running game is stronger than any other word: a client that was restarted meanwhile first says that nothing is on.
        (LiveConnection.InGame or LiveConnection.NotShown, not GamePhase.PostGame) => GamePhase.InGame,
        (LiveConnection.Lost or LiveConnection.Loading, null) => GamePhase.InGame,
        (LiveConnection.Ended, null or GamePhase.InGame) => GamePhase.PostGame,
        _ => told ?? GamePhase.Closed,
    };

    /// <summary>What becomes of a running game whose poll failed.</summary>
    /// <param name="told">What the client says; null without one.</param>
    /// <param name="silentFor">Time since the game last answered.</param>
    /// <param name="grace">How long a game may be silent where nobody else tells of it.</param>
    /// <param name="fewPolls">How long a few polls take, without which no silence counts: they may be a minute apart.</param>
    public static GameFate FateOf(GamePhase? told, TimeSpan silentFor, TimeSpan grace, TimeSpan fewPolls) => told switch
    {
        GamePhase.InGame => GameFate.Goes,
        GamePhase.PostGame => GameFate.ToldOver,
        _ when silentFor < fewPolls => GameFate.Goes,
        GamePhase.Lobby or GamePhase.ChampSelect => GameFate.ToldOver,
        GamePhase.ClientOpen when silentFor >= IdleGrace => GameFate.GivenUp,
        _ => silentFor < grace ? GameFate.Goes : GameFate.GivenUp,
    };

    /// <summary>
    /// The state with its phase brought up to what it says; earlier phases stay behind it, newest first.
    /// A result ends with the next lobby: the game that loads after it would be taken for the one that is over.
    /// </summary>
    public static LiveState Follow(LiveState state, DateTimeOffset now)
    {
        if (state is { Connection: LiveConnection.Ended, Client.Phase: GamePhase.Lobby or GamePhase.ChampSelect })
        {
            state = state with { Connection = LiveConnection.Waiting, Game = null };
        }

        var next = new PhaseView(PhaseOf(state.Client.Phase, state.Connection), state.Client.RawPhase, now);
        return next with { Since = state.Phase.Since } == state.Phase
            ? state
            : state with { Phases = [next, .. state.Phases.Take(LiveState.PhasesKept - 1)] };
    }
}
