using MnM.Simulator.Network;

namespace MnM.Simulator.Faults;

/// <summary>A port that can go away for a while and come back by itself.</summary>
internal sealed class InterruptedPort(IPort port, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan RefusedFor = TimeSpan.FromSeconds(2);
    private volatile bool _open;

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

    public void Interrupt() => Interruption = InterruptAsync();

    public ValueTask DisposeAsync()
    {
        _open = false;
        return port.DisposeAsync();
    }

    private async Task InterruptAsync()
    {
        Closing = port.CloseAsync();
        await Closing.ConfigureAwait(false);
        await Task.Delay(RefusedFor, clock, CancellationToken.None).ConfigureAwait(false);
        if (_open)
        {
            await port.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
