namespace MnM.Simulator.World;

/// <summary>The stage that was reached, and a way to wait for one.</summary>
public sealed class StageSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = New();

    public GameStage Stage { get; private set; }

    /// <summary>The game that is played, that was played last, or null before the first.</summary>
    public PlayedGame? Game { get; private set; }

    public async Task WaitForAsync(GameStage stage, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (Stage == stage)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    internal void Set(GameStage stage, PlayedGame? game)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            (Stage, Game) = (stage, game ?? Game);
            (changed, _changed) = (_changed, New());
        }

        changed.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
