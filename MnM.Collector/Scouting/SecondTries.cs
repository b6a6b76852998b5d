namespace MnM.Collector.Scouting;

/// <summary>A game is longer than most faults of Riot's servers: what they did not answer is asked for again, after a time that doubles.</summary>
/// <param name="time">The clock.</param>
/// <param name="isWanted">Whether there is anything to ask for again.</param>
/// <param name="askAgain">Asks for it.</param>
internal sealed class SecondTries(TimeProvider time, Func<bool> isWanted, Action askAgain) : IAsyncDisposable
{
    /// <summary>Longer than Riot's servers are left alone where most fails there.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(20);

    private const int Most = 5;

    private readonly Lock _lock = new();
    private ITimer? _pause;
    private int _pauses;

    /// <summary>Something may have failed.</summary>
    public void Plan()
    {
        lock (_lock)
        {
            if (_pause is null && _pauses < Most && isWanted())
            {
                _pause = time.CreateTimer(_ => EndPause(), null, First * (1 << _pauses++), Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _pause?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void EndPause()
    {
        lock (_lock)
        {
            _pause?.Dispose();
            _pause = null;
        }

        askAgain();
    }
}
