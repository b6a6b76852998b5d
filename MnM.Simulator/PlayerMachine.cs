using MnM.Simulator.Faults;
using MnM.Simulator.Lcu;
using MnM.Simulator.LiveClient;
using MnM.Simulator.Network;
using MnM.Simulator.World;

namespace MnM.Simulator;

/// <summary>A player's machine: the League client and the game on it, both driven by one evening on one clock.</summary>
public sealed class PlayerMachine : IAsyncDisposable
{
    private readonly double _speed;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopping = new();
    private PlayedGame? _shown;
    private ScriptedSource? _source;

    internal PlayerMachine(INetwork network, IEnumerable<EveningStep> evening, PlayerMachineOptions options, ResponseFiles files, RequestLog log, TimeProvider clock)
    {
        (_speed, _clock) = (options.Speed, clock);
        Ledger = new GameLedger(options.Speed);
        Live = new LiveClientServer(network, options.LivePort, new FaultPlan(options.Faults, options.Seed), files, log, clock);
        Evening = new Evening(evening, clock, EnterAsync);
        var around = new LcuSurroundings(network, new FaultPlan(options.Faults, options.Seed), files, log, clock);
        Client = new LeagueClient(options, files.Events(), Evening.State, around);
    }

    /// <summary>What happens on it, and when.</summary>
    public Evening Evening { get; }

    public LeagueClient Client { get; }

    /// <summary>The games as Riot's servers see them.</summary>
    public GameLedger Ledger { get; }

    /// <summary>Which game is played and how far it is.</summary>
    public StageSignal Games { get; } = new();

    public Uri LiveClientUrl => new($"https://127.0.0.1:{Live.Port.Number}");

    internal LiveClientServer Live { get; }

    /// <summary>
    /// A machine that is reached only through handlers of the network. All that its evening brings happens inside the turns of the clock:
    /// when a clock that is moved by hand has moved, it has happened.
    /// </summary>
    public static PlayerMachine InProcess(InProcessNetwork network, IEnumerable<EveningStep> evening, PlayerMachineOptions options, TimeProvider clock) =>
        new(network, evening, options, new ResponseFiles(null), new RequestLog(null, clock), clock);

    /// <summary>Begins the evening.</summary>
    public void Start() => Evening.Start();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Evening.DisposeAsync();
        await Client.DisposeAsync();
        await Live.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task EnterAsync(EveningStep step, EveningState state)
    {
        Ledger.Note(state);
        Client.Show(state);
        if (step.Client is { } change)
        {
            await Client.ChangeAsync(change, _stopping.Token).ConfigureAwait(false);
        }

        if (step.Stage is { } stage)
        {
            await PlayAsync(stage, state).ConfigureAwait(false);
            Games.Set(stage, state.Game);
        }
    }

    private Task PlayAsync(GameStage stage, EveningState state) => stage switch
    {
        GameStage.Loading => Live.OpenAsync(source: null, _stopping.Token),
        GameStage.Playing => Live.OpenAsync(SourceOf(state), _stopping.Token),
        GameStage.Closed => Live.CloseAsync(),
        _ => Task.CompletedTask,
    };

    private ScriptedSource SourceOf(EveningState state)
    {
        // After a reconnect the same game goes on.
        if (_source is null || _shown != state.Game)
        {
            var (game, start) = (state.Game!, state.GameStartedAt!.Value);
            var scripted = new ScriptedGame(game.Script, game.LocalParticipantId, game.JoinedAt);

            // The game's clock runs a little past the end, as the real one does until the client leaves.
            _source = new ScriptedSource(scripted, new LiveView(game.IsWatched, game.HidesNames), () =>
                Math.Min(game.JoinedAt + ((_clock.GetUtcNow() - start).TotalSeconds * _speed), game.Script.Duration + 1.5));
            _shown = game;
        }

        return _source;
    }
}
