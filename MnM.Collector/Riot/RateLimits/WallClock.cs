namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// The machine's time of day, which all processes on it share and which goes on while they are stopped. It can be set; the time that passes cannot, and tells so.
/// Not thread-safe.
/// </summary>
internal sealed class WallClock(TimeProvider time)
{
    /// <summary>Less is the time between the two readings of a look.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(50);

    private DateTimeOffset _wall = time.GetUtcNow();
    private long _passed = time.GetTimestamp();

    /// <summary>Unix milliseconds.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>By how much it was set, or went fast or slow, since the last time that this told so: forward above 0, back below. A machine that slept looks the same where its timer sleeps too.</summary>
    public TimeSpan Look()
    {
        var (wall, passed) = (time.GetUtcNow(), time.GetTimestamp());
        var set = wall - _wall - time.GetElapsedTime(_passed, passed);
        if (set.Duration() <= Tolerance)
        {
            // The base stays: small steps in one direction add up.
            return TimeSpan.Zero;
        }

        (_wall, _passed) = (wall, passed);
        return set;
    }
}
