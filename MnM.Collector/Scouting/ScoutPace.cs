using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector.Riot;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Scouting;

/// <summary>About how long Riot's limits make questions wait. Most of them go to the region, where matches are.</summary>
internal sealed class ScoutPace(RateLimiter limiter, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private ImmutableArray<RouteBudget> _budgets = [];
    private long _readAt = long.MinValue;
    private int _isReading;

    /// <summary>About how long until the last of so many is answered; null until something is known of the limits.</summary>
    public TimeSpan? Expect(string? platform, int questions)
    {
        Read();
        var region = platform is null ? null : Routing.RegionOf(platform);
        return _budgets.FirstOrDefault(budget => budget.Route == region) is { Scopes: [{ Windows: { IsEmpty: false } windows }, ..] }
            ? windows.Max(window => Wait(window, questions))
            : null;
    }

    private static TimeSpan Wait(WindowBudget window, int questions)
    {
        // Most questions are older matches, which leave alone what is kept for the lanes above.
        var most = Math.Max(1, window.Limit.Requests - window.Kept);
        var later = questions - Math.Max(0, most - window.Used);
        return later <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Ceiling((double)later / most) * window.Limit.Seconds);
    }

    /// <summary>Reads the limits behind the caller's back, once a second at most: the number beside the cards need not be exact.</summary>
    private void Read()
    {
        var now = time.GetTimestamp();
        if ((_readAt != long.MinValue && time.GetElapsedTime(_readAt, now) < Lifetime) || Interlocked.Exchange(ref _isReading, 1) == 1)
        {
            return;
        }

        _readAt = now;
        _ = Task.Run(ReadAsync);
    }

    private async Task ReadAsync()
    {
        try
        {
            _budgets = await limiter.BudgetsAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException or ObjectDisposedException)
        {
            // The old number stays.
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }
}
