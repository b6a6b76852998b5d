using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// The part of every window that is kept for lanes above: 30 % for Live while a League client is connected, 20 % for Tracking while somebody is tracked.
/// Where a lane can have no work, its part belongs to all.
/// </summary>
internal sealed class LaneReserves
{
    private volatile bool _live;
    private volatile bool _tracking;

    /// <summary>Whether a game may be about to start.</summary>
    public bool Live { get => _live; set => _live = value; }

    /// <summary>Whether anybody is tracked.</summary>
    public bool Tracking { get => _tracking; set => _tracking = value; }

    /// <summary>The part of a window that this lane may use.</summary>
    public double ShareOf(Lane lane) => 1 - (_live && lane > Lane.Live ? 0.3 : 0) - (_tracking && lane > Lane.Tracking ? 0.2 : 0);
}
