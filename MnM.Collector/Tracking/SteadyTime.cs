namespace MnM.Collector.Tracking;

/// <summary>
/// The time for decisions that a clock set forward must not hasten: how far a list was gone through, and whether a result is overdue. It never runs ahead of the time that
/// really passed since MnM started; a machine that slept makes it late, which does no harm.
/// </summary>
internal sealed class SteadyTime(TimeProvider time)
{
    private readonly DateTimeOffset _wall = time.GetUtcNow();
    private readonly long _passed = time.GetTimestamp();

    /// <summary>UTC.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var (wall, passed) = (time.GetUtcNow(), _wall + time.GetElapsedTime(_passed));
            return wall < passed ? wall : passed;
        }
    }
}
