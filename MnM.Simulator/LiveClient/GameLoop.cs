using MnM.Simulator.Faults;
using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>Plays one game after another: a pause with the port closed, the loading screen, the game, its end.</summary>
internal sealed class GameLoop(
    LiveClientServer server, GameSupply supply, SimulatorOptions options, FaultPlan faults, StageSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan EndStays = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private DateTimeOffset _next = clock.GetUtcNow();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        for (var index = 0; supply.Next(index) is { } game; index++)
        {
            // Whoever starts the simulator wants to see a game: only the ones after it are waited for.
            _next += index == 0 ? FirstPause : Real(20, atLeast: 2, atMost: 20);
            await UntilAsync(_next, cancellationToken);
            await server.OpenAsync(source: null, cancellationToken);
            signal.Set(GameStage.Loading, game);

            _next += Real(10, atLeast: 1, atMost: 5);
            await UntilAsync(_next, cancellationToken);
            var scripted = Disguised(game);
            server.Show(Source(scripted, _next));
            signal.Set(GameStage.Playing, game);

            _next += TimeSpan.FromSeconds((scripted.Script.Duration - scripted.JoinedAt) / options.Speed);
            await UntilAsync(_next, cancellationToken);
            signal.Set(GameStage.Ended, game);

            _next += EndStays;
            await UntilAsync(_next, cancellationToken);
            await server.CloseAsync();
            signal.Set(GameStage.Closed, game);
        }
    }

    private ScriptedSource Source(ScriptedGame game, DateTimeOffset start)
    {
        var view = new LiveView(faults.Has(LiveFault.Spectator), faults.Has(LiveFault.Streamer));

        // The game's clock runs a little past the end, as the real one does until the client leaves.
        return new ScriptedSource(game, view, () =>
            Math.Min(game.JoinedAt + ((clock.GetUtcNow() - start).TotalSeconds * options.Speed), game.Script.Duration + 1.5));
    }

    private ScriptedGame Disguised(PlayedGame game)
    {
        var active = game.LocalParticipantId;
        var script = faults.Has(LiveFault.Bots) ? game.Script.WithBots(active) : game.Script;
        script = faults.Has(LiveFault.Streamer) ? script.WithHiddenNames(active, empty: (options.Seed + game.Index) % 2 == 0) : script;
        return new ScriptedGame(script, active, faults.Has(LiveFault.Spectator) ? Math.Floor(script.Duration / 10) : 0);
    }

    private TimeSpan Real(double gameSeconds, double atLeast, double atMost) =>
        TimeSpan.FromSeconds(Math.Clamp(gameSeconds / options.Speed, atLeast, atMost));

    private async Task UntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        while (time - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            // Delays are cut to whole milliseconds: the rest of one would be waited for by going round and round.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellationToken);
        }
    }
}
