using MnM.Collector.Backplane;

namespace MnM.Collector.Matches;

/// <summary>A question that several wait for, in the lane of the most urgent of them.</summary>
/// <param name="lane">The lane of whoever came first.</param>
/// <param name="ask">Asks in a lane.</param>
/// <param name="stop">Ends it for all.</param>
internal sealed class SharedRequest<T>(Lane lane, Func<Lane, CancellationToken, Task<T>> ask, CancellationToken stop)
{
    private readonly Lock _lock = new();
    private Lane _lane = lane;
    private CancellationTokenSource? _turn;

    /// <summary>Somebody joins: where they are in more of a hurry, it waits for its turn in their lane from now on.</summary>
    public void Join(Lane lane)
    {
        lock (_lock)
        {
            if (lane < _lane)
            {
                _lane = lane;
                _turn?.Cancel();
            }
        }
    }

    /// <summary>Asks until there is an answer.</summary>
    public async Task<T> AskAsync()
    {
        while (true)
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(stop);
            try
            {
                return await ask(Begin(turn), turn.Token);
            }
            catch (OperationCanceledException) when (turn.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                // It left its place for one in a lane above.
            }
            finally
            {
                lock (_lock)
                {
                    _turn = null;
                }
            }
        }
    }

    private Lane Begin(CancellationTokenSource turn)
    {
        lock (_lock)
        {
            _turn = turn;
            return _lane;
        }
    }
}
