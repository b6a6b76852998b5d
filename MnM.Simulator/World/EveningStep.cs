namespace MnM.Simulator.World;

/// <summary>What changes at one moment of an evening, and how long it then stays so. What is null stays as it was.</summary>
public sealed record EveningStep(TimeSpan Lasts)
{
    public GameflowPhase? Phase { get; init; }

    /// <summary>What the game itself does.</summary>
    public GameStage? Stage { get; init; }

    public ClientChange? Client { get; init; }

    public Account? Account { get; init; }

    /// <summary>The game that is chosen for, played or just over from here on.</summary>
    public PlayedGame? Game { get; init; }

    /// <summary>What the lobby is for.</summary>
    public QueueInfo? Queue { get; init; }

    public ChampSelectMoment? ChampSelect { get; init; }

    /// <summary>Whether the champion select before ended because somebody left it.</summary>
    public bool Dodged { get; init; }
}
