using System.Collections.Concurrent;

namespace MnM.Collector.Tracking;

/// <summary>When each was asked about last, by the time that passes: setting the clock changes no turn. Begins anew with MnM.</summary>
internal sealed class AskedTimes(TimeProvider time)
{
    private readonly ConcurrentDictionary<Watch, (long Timestamp, DateTimeOffset At)> _asked = [];

    public void Note(Watch watch) => _asked[watch] = (time.GetTimestamp(), time.GetUtcNow());

    /// <summary>Since when nothing was asked; null where nothing was.</summary>
    public TimeSpan? Waited(Watch watch) => _asked.TryGetValue(watch, out var asked) ? time.GetElapsedTime(asked.Timestamp) : null;

    /// <summary>The time of day of that, for people.</summary>
    public DateTimeOffset? At(Watch watch) => _asked.TryGetValue(watch, out var asked) ? asked.At : null;
}
