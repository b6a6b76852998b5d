namespace MnM.Collector.Live.Lcu;

/// <summary>What MnM sees of the League client.</summary>
public sealed record ClientView
{
    /// <summary>Nothing is known of a client.</summary>
    public static ClientView None { get; } = new() { Connection = ClientConnection.Absent };

    /// <summary>Where the connection to the client stands.</summary>
    public required ClientConnection Connection { get; init; }

    /// <summary>Why there is no connection, in words a player understands; null while there is one or nothing to connect to.</summary>
    public LiveFault? Fault { get; init; }

    /// <summary>Where the client was found; null while it was not.</summary>
    public ClientPlace? Place { get; init; }

    /// <summary>When the connection was made, UTC; null without one.</summary>
    public DateTimeOffset? ConnectedAt { get; init; }

    /// <summary>Riot's own word for what the client does (gameflow phase); kept for a moment while a broken connection is made anew, null without one.</summary>
    public string? RawPhase { get; init; }

    /// <summary>Who is logged in.</summary>
    public ClientAccount? Account { get; init; }

    /// <summary>The platform the client plays on, in lower case (euw1); null where it does not tell.</summary>
    public string? Platform { get; init; }

    /// <summary>The game that is about to start, runs, or has just ended.</summary>
    public ClientGame? Game { get; init; }

    /// <summary>The lobby, while there is one.</summary>
    public LobbyView? Lobby { get; init; }

    /// <summary>Champ select, while it goes on.</summary>
    public ChampSelectView? ChampSelect { get; init; }

    /// <summary>What the client tells after a game, until the next one.</summary>
    public EndOfGameView? EndOfGame { get; init; }

    /// <summary>Whether the client can be read now.</summary>
    public bool IsConnected => Connection == ClientConnection.Connected;

    /// <summary>The phase for people; null where no client tells one.</summary>
    public GamePhase? Phase => RawPhase is { } raw ? GameLifecycle.PhaseOf(raw) : null;

    /// <summary>The game the client says runs now; null where it says that none does, or nothing.</summary>
    public ClientGame? RunningGame => Phase == GamePhase.InGame ? Game : null;
}

/// <summary>Where the connection to the League client stands.</summary>
public enum ClientConnection
{
    /// <summary>No client was found.</summary>
    Absent,

    /// <summary>A client was found, and does not answer (yet).</summary>
    Unreachable,

    /// <summary>Its socket is open and its state was read.</summary>
    Connected,

    /// <summary>A client runs, and MnM may not read how to reach it.</summary>
    NoPermission,
}

/// <summary>Where a client was found.</summary>
/// <param name="Source">The lockfile's path, or "command line".</param>
/// <param name="ProcessId">The client's process.</param>
/// <param name="Port">The port it answers on.</param>
public sealed record ClientPlace(string Source, int ProcessId, int Port)
{
    /// <summary>The source of a client that was found by its command line.</summary>
    public const string CommandLine = "command line";

    /// <summary>How the name of its process begins; the lockfile tells it.</summary>
    public string Program { get; init; } = "LeagueClient";
}

/// <summary>Who is logged in at the client.</summary>
/// <param name="GameName">The Riot ID's first part.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="Puuid">As the client says it, which is not as any API key sees it.</param>
/// <param name="Level">Summoner level.</param>
/// <param name="ProfileIcon">Id of the icon.</param>
public sealed record ClientAccount(string GameName, string TagLine, string Puuid, int Level, int ProfileIcon)
{
    /// <summary>Name#TAG.</summary>
    public string RiotId => TagLine.Length > 0 ? $"{GameName}#{TagLine}" : GameName;
}

/// <summary>A game as the client tells it.</summary>
/// <param name="Id">Riot's number, the second part of a match id.</param>
/// <param name="QueueId">Riot's number of the queue; 0 for a custom game.</param>
/// <param name="IsCustom">Whether it is a custom game.</param>
public sealed record ClientGame(long Id, int QueueId, bool IsCustom)
{
    /// <summary>Riot's word in match-v5 for a custom game.</summary>
    internal const string Custom = "CUSTOM_GAME";

    /// <summary>Riot's word in match-v5.</summary>
    public string GameType => IsCustom ? Custom : "MATCHED_GAME";
}
