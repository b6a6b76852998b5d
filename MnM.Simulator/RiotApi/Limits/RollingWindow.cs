namespace MnM.Simulator.RiotApi.Limits;

/// <summary>The requests of the last so many seconds, to the millisecond: one that is exactly that old no longer counts.</summary>
internal sealed class RollingWindow(RateLimit limit)
{
    private readonly Queue<long> _taken = new();

    public RateLimit Limit => limit;

    private long Length => limit.Seconds * 1000L;

    /// <summary>How many count at that time.</summary>
    public int CountAt(long now)
    {
        while (_taken.TryPeek(out var oldest) && oldest <= now - Length)
        {
            _taken.Dequeue();
        }

        return _taken.Count;
    }

    /// <summary>Milliseconds until one more fits in; 0 if it does now.</summary>
    public long WaitAt(long now) => CountAt(now) < limit.Requests ? 0 : _taken.Peek() + Length - now;

    public void Take(long now) => _taken.Enqueue(now);
}
