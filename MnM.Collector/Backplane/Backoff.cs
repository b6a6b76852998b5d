namespace MnM.Collector.Backplane;

/// <summary>How long to wait after a failed attempt: twice as long each time, up to a quarter of an hour, and never all at the same moment.</summary>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private readonly Lock _lock = new();

    /// <summary>From half the full time to all of it.</summary>
    /// <param name="attempt">Which attempt has failed, from 1.</param>
    public TimeSpan After(int attempt)
    {
        var full = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempt - 1)));
        lock (_lock)
        {
            return full * (0.5 + (random.NextDouble() / 2));
        }
    }
}
