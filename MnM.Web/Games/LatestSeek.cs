namespace MnM.Web.Games;

/// <summary>Shows one second after another, never two at once: of those wanted meanwhile only the latest is shown. Used from one thread at a time, a circuit's.</summary>
/// <param name="show">Reads and shows a second; it is done when the next one may follow.</param>
public sealed class LatestSeek(Func<double, CancellationToken, Task> show) : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private Task _showing = Task.CompletedTask;
    private double? _wanted;
    private bool _busy;

    /// <summary>Shows this second as soon as possible; skips what was wanted before and is not shown yet.</summary>
    public void Want(double second)
    {
        _wanted = second;
        if (!_busy && !_gone.IsCancellationRequested)
            _showing = ShowAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _showing;
        _gone.Dispose();
    }

    private async Task ShowAsync()
    {
        _busy = true;
        try
        {
            while (_wanted is { } second && !_gone.IsCancellationRequested)
            {
                _wanted = null;
                await show(second, _gone.Token);
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // Disposed.
        }
        finally
        {
            _busy = false;
        }
    }
}
