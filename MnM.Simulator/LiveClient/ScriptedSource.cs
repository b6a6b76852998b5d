using MnM.Simulator.World;

namespace MnM.Simulator.LiveClient;

/// <summary>Shows a scripted game at the second that the clock has reached.</summary>
internal sealed class ScriptedSource(ScriptedGame game, LiveView view, Func<double> gameSeconds) : ILiveSource
{
    private const double SecondsBack = 90;
    private readonly Lock _lock = new();

    public byte[] Poll(bool timeBack)
    {
        lock (_lock)
        {
            game.AdvanceTo(gameSeconds());
            return AllGameDataJson.Write(game, view, timeBack ? Math.Max(0, game.Time - SecondsBack) : game.Time);
        }
    }

    public byte[] Peek() => Poll(timeBack: false);
}
