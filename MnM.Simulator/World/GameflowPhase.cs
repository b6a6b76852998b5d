namespace MnM.Simulator.World;

/// <summary>What the League client is about, in its own words.</summary>
public enum GameflowPhase
{
    None,
    Lobby,
    Matchmaking,
    CheckedIntoTournament,
    ReadyCheck,
    ChampSelect,
    GameStart,
    FailedToLaunch,
    InProgress,
    Reconnect,
    WaitingForStats,
    PreEndOfGame,
    EndOfGame,
    WatchInProgress,
    TerminatedInError,
}
