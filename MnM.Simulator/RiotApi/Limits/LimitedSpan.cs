using System.Collections.Immutable;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>The limits of one thing, an app or a method, on one route: all of them must have room.</summary>
internal sealed class LimitedSpan(ImmutableArray<RateLimit> limits)
{
    private readonly ImmutableArray<RollingWindow> _windows = [.. limits.Select(limit => new RollingWindow(limit))];

    /// <summary>As Riot's header says it.</summary>
    public string Limits { get; } = string.Join(',', limits);

    /// <summary>Milliseconds until all limits have room.</summary>
    public long WaitAt(long now) => _windows.Max(window => window.WaitAt(now));

    public void Take(long now)
    {
        foreach (var window in _windows)
        {
            window.Take(now);
        }
    }

    /// <summary>As Riot's header says it; a request that was refused is told as one too many.</summary>
    public string CountsAt(long now, bool refused) =>
        string.Join(',', _windows.Select(window => $"{window.CountAt(now) + (refused ? 1 : 0)}:{window.Limit.Seconds}"));
}
