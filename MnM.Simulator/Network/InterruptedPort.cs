namespace MnM.Simulator.Network;

/// <summary>A port that can go away for a while and come back by itself.</summary>
internal sealed class InterruptedPort(IPort port, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan RefusedFor = TimeSpan.FromSeconds(2);
    private volatile bool _open;
    private ITimer? _timer;

    public int Number => port.Number;

    /// <summary>The interruption that runs, if any.</summary>
    public Task Interruption { get; private set; } = Task.CompletedTask;

    /// <summary>The closing with which an interruption begins.</summary>
    public Task Closing { get; private set; } = Task.CompletedTask;

    public Task OpenAsync(CancellationToken cancellationToken)
    {
        _open = true;
        return port.OpenAsync(cancellationToken);
    }

    public Task CloseAsync()
    {
        _open = false;
        return port.CloseAsync();
    }

    public void Interrupt()
    {
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (Closing, Interruption) = (port.CloseAsync(), back.Task);

        // A timer rather than a delay: a port that opens at once is open when the clock has moved.
        _timer?.Dispose();
        _timer = clock.CreateTimer(_ => _ = ComeBackAsync(back), null, RefusedFor, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        _open = false;
        _timer?.Dispose();
        await port.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ComeBackAsync(TaskCompletionSource back)
    {
        try
        {
            await (_open ? port.OpenAsync(CancellationToken.None) : Task.CompletedTask).ConfigureAwait(false);
            back.SetResult();
        }
        catch (Exception failure)
        {
            back.SetException(failure);
        }
    }
}
