namespace MnM.Simulator.RiotApi;

/// <summary>The time that answers take: around a mean, by a quarter of it at least and seven quarters at most; the same seed draws the same.</summary>
internal sealed class Latency(TimeSpan mean, int seed, TimeProvider clock)
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    public Task PassAsync(CancellationToken cancellationToken) =>
        mean > TimeSpan.Zero ? Task.Delay(mean * (0.25 + (1.5 * Next())), clock, cancellationToken) : Task.CompletedTask;

    private double Next()
    {
        lock (_lock)
        {
            return _random.NextDouble();
        }
    }
}
