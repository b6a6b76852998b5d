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

    /// <summary>The part of each window that may be in use for a request of this lane to go.</summary>
    public LaneShare ShareOf(Lane lane)
    {
        var percent = 100 - (_live && lane > Lane.Live ? 30 : 0) - (_tracking && lane > Lane.Tracking ? 20 : 0);

        // Of a window of a second 30 % are six requests: the ten people of a game, three requests each, would need three such windows. With half of it they need two.
        return new LaneShare(percent, _live && lane > Lane.Live ? Math.Min(percent, 50) : percent);
    }
}

/// <summary>How full windows may be for a request to go.</summary>
/// <param name="Percent">Of a window's limit.</param>
/// <param name="PercentOfShort">The same where the window is short.</param>
internal readonly record struct LaneShare(int Percent, int PercentOfShort)
{
    private const int ShortSeconds = 10;

    /// <summary>How many requests of a window may be in use, at least one.</summary>
    public int MostOf(RateLimit limit) => (int)Math.Max(1, limit.Requests * (long)(limit.Seconds < ShortSeconds ? PercentOfShort : Percent) / 100);
}
