using System.Collections.Immutable;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>The requests of a route that wait, in the order in which they go. Not thread-safe.</summary>
internal sealed class WaitingLanes(LaneReserves reserves)
{
    /// <summary>A lane that waited so long without being served goes once before those above it, except for Live.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private static readonly Lane[] Lanes = Enum.GetValues<Lane>();
    private static readonly Lane[] Below = [Lane.Tracking, Lane.Requested, Lane.Crawl];

    private readonly LinkedList<RateWaiter>[] _lanes = [.. Lanes.Select(_ => new LinkedList<RateWaiter>())];
    private readonly DateTimeOffset[] _servedAt = new DateTimeOffset[Lanes.Length];
    private readonly Dictionary<string, int> _methods = new(StringComparer.Ordinal);

    /// <summary>The methods that somebody waits for.</summary>
    public IEnumerable<string> Methods => _methods.Keys;

    /// <summary>How many wait in each lane.</summary>
    public ImmutableArray<LaneWait> Waits => [.. Lanes.Select(lane => new LaneWait(lane, _lanes[(int)lane].Count, _lanes[(int)lane].First?.Value.Since))];

    public void Add(RateWaiter waiter)
    {
        _lanes[(int)waiter.Lane].AddLast(waiter);
        Count(waiter, 1);
    }

    /// <summary>Puts one back that could not go after all.</summary>
    public void AddFirst(RateWaiter waiter)
    {
        _lanes[(int)waiter.Lane].AddFirst(waiter);
        Count(waiter, 1);
    }

    /// <summary>Lets go what may go; answers how long the next one has to wait, null where nobody does.</summary>
    /// <param name="now">The time.</param>
    /// <param name="tryGrant">Books a request within a lane's share of the windows; answers 0, or how many milliseconds it has to wait.</param>
    public TimeSpan? Grant(DateTimeOffset now, Func<RateWaiter, double, long> tryGrant)
    {
        var wait = Grant(Lane.Live, int.MaxValue, now, tryGrant);
        foreach (var lane in Below)
        {
            if (IsStarved(lane, now))
            {
                Grant(lane, 1, now, tryGrant);
            }
        }

        foreach (var lane in Below)
        {
            wait = Math.Min(wait, Grant(lane, int.MaxValue, now, tryGrant));
        }

        return wait == long.MaxValue ? null : TimeSpan.FromMilliseconds(wait);
    }

    /// <summary>Lets go at most so many of a lane; answers the shortest wait of the rest.</summary>
    private long Grant(Lane lane, int most, DateTimeOffset now, Func<RateWaiter, double, long> tryGrant)
    {
        var shortest = long.MaxValue;
        var share = reserves.ShareOf(lane);
        var next = _lanes[(int)lane].First;
        while (next is { } node && most > 0)
        {
            next = node.Next;
            var isWithdrawn = node.Value.Task.IsCompleted;
            var wait = isWithdrawn ? 0 : tryGrant(node.Value, share);
            if (wait > 0)
            {
                shortest = Math.Min(shortest, wait);
                continue;
            }

            Remove(node);
            if (!isWithdrawn)
            {
                _servedAt[(int)lane] = now;
                most--;
            }
        }

        return shortest;
    }

    public void CancelAll(CancellationToken cancellationToken)
    {
        foreach (var waiter in _lanes.SelectMany(lane => lane))
        {
            waiter.TrySetCanceled(cancellationToken);
        }
    }

    private bool IsStarved(Lane lane, DateTimeOffset now) =>
        _lanes[(int)lane].First?.Value.Since is { } since && now - (since > _servedAt[(int)lane] ? since : _servedAt[(int)lane]) > Longest;

    private void Remove(LinkedListNode<RateWaiter> node)
    {
        _lanes[(int)node.Value.Lane].Remove(node);
        Count(node.Value, -1);
    }

    private void Count(RateWaiter waiter, int change)
    {
        var count = _methods.GetValueOrDefault(waiter.Method) + change;
        if (count == 0)
        {
            _methods.Remove(waiter.Method);
        }
        else
        {
            _methods[waiter.Method] = count;
        }
    }
}
