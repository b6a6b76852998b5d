using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>Serves recorded responses once: opens the port, and closes it after the last.</summary>
internal sealed class RecordedLoop(LiveClientServer server, RecordedSource source, StageSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, clock, cancellationToken);
        await server.OpenAsync(source, cancellationToken);
        signal.Set(GameStage.Playing, game: null);
        await source.Exhausted.WaitAsync(cancellationToken);
        await server.CloseAsync();
        signal.Set(GameStage.Closed, game: null);
    }
}
