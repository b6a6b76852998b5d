namespace MnM.Simulator.World;

/// <summary>Where an evening is: the one truth from which the League client and the game answer.</summary>
public sealed record EveningState
{
    /// <summary>When it became so.</summary>
    public required DateTimeOffset Since { get; init; }

    public GameflowPhase Phase { get; init; }

    public GameStage Stage { get; init; }

    public Account Account { get; init; } = Account.Main;

    /// <summary>The game that is chosen for, played or just over; null in between.</summary>
    public PlayedGame? Game { get; init; }

    /// <summary>The game that was played before that one.</summary>
    public PlayedGame? LastGame { get; init; }

    public QueueInfo Queue { get; init; } = QueueInfo.RankedSolo;

    /// <summary>Null outside champion select.</summary>
    public ChampSelectMoment? ChampSelect { get; init; }

    public bool Dodged { get; init; }

    /// <summary>When the game's own clock began; kept over a reconnect.</summary>
    public DateTimeOffset? GameStartedAt { get; init; }

    /// <summary>The state after a step that came at that time.</summary>
    public EveningState After(EveningStep step, DateTimeOffset at)
    {
        var phase = step.Phase ?? Phase;
        var stage = step.Stage ?? Stage;
        var game = step.Game ?? (phase is GameflowPhase.None ? null : Game);
        var same = game?.Script.GameId == Game?.Script.GameId;
        var startedAt = same ? GameStartedAt : null;
        return new EveningState
        {
            Since = at,
            Phase = phase,
            Stage = stage,
            Account = step.Account ?? Account,
            Queue = step.Queue ?? Queue,
            Game = game,
            LastGame = same || GameStartedAt is null ? LastGame : Game,
            ChampSelect = phase == GameflowPhase.ChampSelect ? step.ChampSelect ?? ChampSelect : null,
            Dodged = step.Dodged || (Dodged && step.Phase is null),
            GameStartedAt = startedAt ?? (stage == GameStage.Playing ? at : null),
        };
    }
}
