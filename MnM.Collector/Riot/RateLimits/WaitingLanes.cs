using System.Collections.Immutable;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>The requests of a route that wait, in the order in which they go. Not thread-safe.</summary>
internal sealed class WaitingLanes(LaneReserves reserves)
{
    /// <summary>
    /// A lane that was not served for so long goes once before all others, and may use what the highest lane that is held up may use: that one leaves it
    /// nothing. With a window of two minutes none waits longer than about three.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>A lane that waits so long has more to do than its windows hold.</summary>
    private static readonly TimeSpan HeldUp = TimeSpan.FromSeconds(5);

    private readonly LinkedList<RateWaiter>[] _lanes = [.. Enum.GetValues<Lane>().Select(_ => new LinkedList<RateWaiter>())];
    private readonly TimeSpan[] _servedAt = new TimeSpan[Enum.GetValues<Lane>().Length];
    private readonly List<string> _blocked = [];

    /// <summary>Whether nobody waits.</summary>
    public bool IsEmpty => Array.TrueForAll(_lanes, lane => lane.Count == 0);

    /// <summary>How many wait.</summary>
    public int Count => _lanes.Sum(lane => lane.Count);

    /// <summary>How many wait in each lane, and about how long yet.</summary>
    public ImmutableArray<LaneWait> Expect(RollingWindows route, long now)
    {
        var ahead = 0;
        return
        [
            .. _lanes.Select((lane, place) =>
            {
                ahead += lane.Count;
                return new LaneWait(
                    (Lane)place, lane.Count, lane.First?.Value.Since, lane.Count == 0 ? null : Expect(route, ahead, reserves.ShareOf((Lane)place), now));
            }),
        ];
    }

    public void Add(RateWaiter waiter) => _lanes[(int)waiter.Lane].AddLast(waiter);

    /// <summary>Puts one back that could not go after all.</summary>
    public void AddFirst(RateWaiter waiter) => _lanes[(int)waiter.Lane].AddFirst(waiter);

    public void Remove(RateWaiter waiter) => _lanes[(int)waiter.Lane].Remove(waiter);

    /// <summary>Lets go what may go; answers how many milliseconds the next one has to wait, null where nobody does.</summary>
    /// <param name="now">The time that has passed since some start: a clock that is set must not make a lane wait for ever.</param>
    /// <param name="tryGrant">Books a request within a lane's share of the windows; answers 0, or how many milliseconds it has to wait.</param>
    public long? Grant(TimeSpan now, Func<RateWaiter, LaneShare, long> tryGrant)
    {
        var wait = long.MaxValue;
        var highest = (Lane)Array.FindIndex(_lanes, lane => lane.First is { } first && now - first.Value.From > HeldUp);
        for (var lane = Lane.Live; lane <= Lane.Crawl; lane++)
        {
            if (IsStarved(lane, now))
            {
                wait = Math.Min(wait, Grant(lane, 1, reserves.ShareOf(highest), now, tryGrant));
            }
        }

        for (var lane = Lane.Live; lane <= Lane.Crawl; lane++)
        {
            wait = Math.Min(wait, Grant(lane, int.MaxValue, reserves.ShareOf(lane), now, tryGrant));
        }

        // One that waits is starved one day.
        return IsEmpty ? null : Math.Min(wait, (long)Longest.TotalMilliseconds);
    }

    /// <summary>Ends the wait of all.</summary>
    public void CancelAll(CancellationToken cancellationToken)
    {
        foreach (var lane in _lanes)
        {
            foreach (var waiter in lane)
            {
                waiter.TrySetCanceled(cancellationToken);
            }

            lane.Clear();
        }
    }

    /// <summary>Lets go at most so many of a lane; answers the shortest wait of the rest.</summary>
    private long Grant(Lane lane, int most, LaneShare share, TimeSpan now, Func<RateWaiter, LaneShare, long> tryGrant)
    {
        var shortest = long.MaxValue;
        _blocked.Clear();
        var next = _lanes[(int)lane].First;
        while (next is { } node && most > 0)
        {
            next = node.Next;
            if (_blocked.Contains(node.Value.Method))
            {
                continue;
            }

            if (tryGrant(node.Value, share) is > 0 and var wait)
            {
                // Whoever waits for the same method behind it waits as long.
                _blocked.Add(node.Value.Method);
                shortest = Math.Min(shortest, wait);
                continue;
            }

            _lanes[(int)lane].Remove(node);
            _servedAt[(int)lane] = now;
            most--;
        }

        return shortest;
    }

    private static TimeSpan Expect(RollingWindows route, int requests, LaneShare share, long now)
    {
        var wait = Math.Max(0, route.PausedUntil - now);
        foreach (var limit in route.Limits)
        {
            var most = share.MostOf(limit);
            if (requests - Math.Max(0, most - route.Used(limit, now)) is > 0 and var later)
            {
                wait = Math.Max(wait, (later + most - 1) / most * limit.Milliseconds);
            }
        }

        return TimeSpan.FromMilliseconds(wait);
    }

    private bool IsStarved(Lane lane, TimeSpan now) =>
        _lanes[(int)lane].First?.Value.From is { } since && now - (since > _servedAt[(int)lane] ? since : _servedAt[(int)lane]) > Longest;
}
