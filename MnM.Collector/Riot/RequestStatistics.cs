using System.Collections.Immutable;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot;

/// <summary>How much was asked since MnM started, how long it took, and what failed last.</summary>
internal sealed class RequestStatistics
{
    private const int FaultsKept = 20;
    private const int TimesKept = 500;

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _since;
    private readonly Dictionary<string, SlotCounts> _routes = new(StringComparer.Ordinal);
    private readonly LaneCounts[] _lanes = [.. Enum.GetValues<Lane>().Select(_ => new LaneCounts())];
    private readonly TimeSpan[] _times = new TimeSpan[TimesKept];
    private readonly Lock _lock = new();
    private ImmutableArray<RequestFault> _faults = [];
    private long _sent;
    private long _answered;
    private int _refused;

    public RequestStatistics(TimeProvider time) => (_time, _since) = (time, time.GetUtcNow());

    /// <summary>What failed last, the latest first.</summary>
    public ImmutableArray<RequestFault> Faults
    {
        get { lock (_lock) { return _faults; } }
    }

    private long Second => _time.GetTimestamp() / _time.TimestampFrequency;

    private long Minute => _time.GetUtcNow().ToUnixTimeSeconds() / 60;

    /// <summary>A request is sent; answers the time that <see cref="Ended"/> wants.</summary>
    public long Sent(string route, Lane lane)
    {
        lock (_lock)
        {
            if (!_routes.TryGetValue(route, out var seconds))
            {
                _routes[route] = seconds = new SlotCounts();
            }

            seconds.Add(Second);
            var counts = _lanes[(int)lane];
            counts.Seconds.Add(Second);
            counts.Minutes.Add(Minute);
            counts.UnderWay++;
            _sent++;
            return _time.GetTimestamp();
        }
    }

    /// <summary>A request is over.</summary>
    /// <param name="lane">Its lane.</param>
    /// <param name="sentAt">What <see cref="Sent"/> answered.</param>
    /// <param name="isAnswered">Whether an answer came, of whatever kind.</param>
    /// <param name="isRefused">Whether that said that a limit was reached.</param>
    public void Ended(Lane lane, long sentAt, bool isAnswered, bool isRefused)
    {
        lock (_lock)
        {
            _lanes[(int)lane].UnderWay--;
            if (isAnswered)
            {
                _times[_answered++ % TimesKept] = _time.GetElapsedTime(sentAt);
            }

            if (isRefused)
            {
                _refused++;
            }
        }
    }

    /// <summary>A question remained without an answer.</summary>
    public void Failed(RiotCall call, string reason)
    {
        lock (_lock)
        {
            _faults = [new RequestFault(_time.GetUtcNow(), call.Route, call.Method, reason), .. _faults.Take(FaultsKept - 1)];
        }
    }

    /// <summary>Requests that were sent in the last minute.</summary>
    public int LastMinute(string route)
    {
        lock (_lock)
        {
            return _routes.TryGetValue(route, out var seconds) ? seconds.Until(Second) : 0;
        }
    }

    /// <summary>All routes together.</summary>
    public RequestTraffic Traffic()
    {
        lock (_lock)
        {
            var (second, minute) = (Second, Minute);
            var times = _times.AsSpan(0, (int)Math.Min(_answered, TimesKept)).ToArray();
            Array.Sort(times);
            return new RequestTraffic(
                _since,
                _sent,
                _refused,
                times.Length == 0 ? null : times[times.Length / 2],
                times.Length == 0 ? null : times[times.Length * 95 / 100],
                [.. _lanes.Select((lane, place) => new LaneTraffic((Lane)place, lane.UnderWay, lane.Seconds.Until(second)))],
                [
                    .. Enumerable.Range(1 - SlotCounts.Kept, SlotCounts.Kept).Select(back => new MinuteTraffic(
                        DateTimeOffset.FromUnixTimeSeconds((minute + back) * 60),
                        Of(Lane.Live, minute + back),
                        Of(Lane.Tracking, minute + back),
                        Of(Lane.Requested, minute + back),
                        Of(Lane.Crawl, minute + back))),
                ]);
        }
    }

    private int Of(Lane lane, long minute) => _lanes[(int)lane].Minutes.Of(minute);

    private sealed class LaneCounts
    {
        public SlotCounts Seconds { get; } = new();

        public SlotCounts Minutes { get; } = new();

        public int UnderWay { get; set; }
    }
}
