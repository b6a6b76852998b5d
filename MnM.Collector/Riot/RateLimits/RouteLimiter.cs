using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>The requests of one route: those that wait, by lane, and those under way. One pass at a time books what may go now, all of it in one transaction.</summary>
internal sealed partial class RouteLimiter : IAsyncDisposable
{
    /// <summary>Who asks together is booked together.</summary>
    private const long AskersWait = 2;

    /// <summary>Answers that come together are stored together.</summary>
    private const long OutcomesWait = 50;

    /// <summary>Places of requests that are under way are kept to multiples of it, so that most of them are one row.</summary>
    private const long BookedGrain = 500;

    /// <summary>While a request of another process is under way, its place may become free earlier than booked.</summary>
    private const long LookAgain = 200;

    /// <summary>While the database does not answer.</summary>
    private const long AfterFault = 1000;

    private const int LongestPauseOfTwo = 6;

    private readonly string _route;
    private readonly RateStore _store;
    private readonly LaneReserves _reserves;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ILogger _logger;
    private readonly WaitingLanes _waiting;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly List<(RateWaiter Waiter, RatePermit Permit)> _granted = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly PassTimer _passes;
    private List<RateOutcome> _outcomes = [];
    private List<RateOutcome> _taken = [];
    private int _open;
    private bool _hasFailed;

    public RouteLimiter(string route, RateStore store, LaneReserves reserves, TimeProvider time, ILogger logger)
    {
        (_route, _store, _reserves, _time, _start, _logger) = (route, store, reserves, time, time.GetTimestamp(), logger);
        _waiting = new WaitingLanes(reserves);
        _passes = new PassTimer(PassAsync, time);
    }

    /// <summary>How many requests wait.</summary>
    public int Waiting
    {
        get { lock (_lock) { return _waiting.Count; } }
    }

    private TimeSpan Passed => _time.GetElapsedTime(_start);

    public Task<RatePermit> AcquireAsync(string method, Lane lane, CancellationToken cancellationToken)
    {
        RateWaiter waiter;
        lock (_lock)
        {
            if (!_methods.TryGetValue(method, out var scope))
            {
                _methods[method] = scope = $"{_route} {method}";
            }

            waiter = new RateWaiter(this, scope, lane, _time.GetUtcNow(), Passed);
        }

        // Before it is let in: whoever lets it go ends this.
        waiter.Withdrawal = cancellationToken.UnsafeRegister(static (state, token) => ((RateWaiter)state!).Withdraw(token), waiter);
        lock (_lock)
        {
            if (_stop.IsCancellationRequested)
            {
                waiter.TrySetCanceled(_stop.Token);
            }

            if (!waiter.Task.IsCompleted)
            {
                _waiting.Add(waiter);
            }
        }

        _passes.Wake(AskersWait);
        return waiter.Task;
    }

    public void Report(RateOutcome outcome)
    {
        bool isUrgent;
        lock (_lock)
        {
            _outcomes.Add(outcome);

            // Whoever waits for the first answer, or must be stopped, is not kept waiting.
            isUrgent = outcome.Answer is { IsRefused: true } || (_open == _outcomes.Count && !_waiting.IsEmpty);
        }

        _passes.Wake(isUrgent ? 0 : OutcomesWait);
    }

    /// <summary>Takes one out that does not want to wait any longer.</summary>
    public void Withdraw(RateWaiter waiter)
    {
        lock (_lock)
        {
            _waiting.Remove(waiter);
        }
    }

    /// <summary>What is left now.</summary>
    public async Task<RouteBudget> BudgetAsync(CancellationToken cancellationToken)
    {
        RouteBudget? budget = null;
        await _store.ReadAsync(
            (of, now) =>
            {
                lock (_lock)
                {
                    budget = new RouteBudget(
                        _route,
                        [.. _methods.Values.Prepend(_route).Select(scope => BudgetOf(scope, of(scope), _reserves.ShareOf(Lane.Crawl), now))],
                        _waiting.Expect(of(_route), now));
                }
            },
            cancellationToken);
        return budget!;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _passes.DisposeAsync();
        lock (_lock)
        {
            _waiting.CancelAll(_stop.Token);
        }
    }

    private static ScopeBudget BudgetOf(string scope, RollingWindows windows, LaneShare lowest, long now) => new(
        scope,
        [
            .. windows.Limits.OrderBy(limit => limit.Seconds).Select(limit => new WindowBudget(
                limit, windows.Used(limit, now), windows.Open(now), limit.Requests - lowest.MostOf(limit), After(now, windows.FreeAt(limit, lowest)))),
        ],
        After(now, windows.PausedUntil));

    private static DateTimeOffset? After(long now, long at) => at > now ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>Books what may go now and lets it go; answers in how many milliseconds there may be more to do, null where nobody waits.</summary>
    private async Task<long?> PassAsync()
    {
        lock (_lock)
        {
            if (_outcomes.Count == 0 && _waiting.IsEmpty)
            {
                return null;
            }

            (_taken, _outcomes) = (_outcomes, _taken);
        }

        long? wait = null;
        var open = _open;
        try
        {
            await _store.ChangeAsync((of, now) => wait = Book(of, now), _stop.Token);
            _hasFailed = false;
            _taken.Clear();
        }
        catch (Exception fault)
        {
            // Nothing goes that is not booked; what is not stored is tried again.
            PutBack(open);
            if (!_hasFailed && !_stop.IsCancellationRequested)
            {
                Log.NotBooked(_logger, _route, fault.Message);
            }

            _hasFailed = true;
            return AfterFault;
        }

        foreach (var (waiter, permit) in _granted)
        {
            waiter.Withdrawal.Unregister();
            if (!waiter.TrySetResult(permit))
            {
                // Withdrawn meanwhile: it was never sent.
                Report(new RateOutcome(permit, null, null));
            }
        }

        _granted.Clear();
        return wait;
    }

    private long? Book(Func<string, RollingWindows> of, long now)
    {
        var route = of(_route);
        lock (_lock)
        {
            foreach (var outcome in _taken)
            {
                Take(outcome, route, of(outcome.Permit.Method));
            }

            var wait = _waiting.Grant(Passed, (waiter, share) =>
            {
                var method = of(waiter.Method);
                var at = Math.Max(FreeAt(route, share, now), FreeAt(method, share, now));
                if (at > now)
                {
                    return at - now;
                }

                var latest = (now + (long)RateLimiter.LongestRequest.TotalMilliseconds + BookedGrain - 1) / BookedGrain * BookedGrain;
                method.Take(latest);
                _granted.Add((waiter, new RatePermit(_route, waiter.Method, now, route.Take(latest))));
                _open++;
                return 0;
            });
            return wait > LookAgain && route.Open(now) > _open ? LookAgain : wait;
        }
    }

    /// <summary>Before the first answer nothing is known of the limits, so one request goes at a time.</summary>
    private static long FreeAt(RollingWindows windows, LaneShare share, long now) =>
        windows.Limits.IsEmpty && windows.Newest > now ? Math.Min(windows.Newest, now + LookAgain) : windows.FreeAt(share);

    private void Take(RateOutcome outcome, RollingWindows route, RollingWindows method)
    {
        var permit = outcome.Permit;
        _open--;
        route.Correct(permit.Booked, outcome.At);
        method.Correct(permit.Booked, outcome.At);
        if (outcome is not { Answer: { } answer, At: { } at })
        {
            return;
        }

        route.Learn(answer.Route);
        method.Learn(answer.Method);
        route.Match(answer.RouteCounts, permit.At, at);
        method.Match(answer.MethodCounts, permit.At, at);
        if (answer.IsRefused)
        {
            var scope = answer.IsRoutesLimit ? _route : permit.Method;
            var times = _refusals.GetValueOrDefault(scope);
            _refusals[scope] = times + 1;
            var wait = answer.RetryAfter ?? TimeSpan.FromSeconds(1 << Math.Min(times, LongestPauseOfTwo));
            (answer.IsRoutesLimit ? route : method).Pause(at + (long)wait.TotalMilliseconds);
            Log.Refused(_logger, scope, wait.TotalSeconds);
        }
        else
        {
            _refusals.Remove(permit.Method);
            _refusals.Remove(_route);
        }
    }

    private void PutBack(int open)
    {
        lock (_lock)
        {
            _open = open;
            _outcomes.InsertRange(0, _taken);
            _taken.Clear();
            for (var last = _granted.Count - 1; last >= 0; last--)
            {
                if (!_granted[last].Waiter.Task.IsCompleted)
                {
                    _waiting.AddFirst(_granted[last].Waiter);
                }
            }

            _granted.Clear();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Riot's limit of {Scope} was reached; nothing goes there for {Seconds} s")]
        public static partial void Refused(ILogger logger, string scope, double seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Requests to {Route} wait because they cannot be booked: {Reason}")]
        public static partial void NotBooked(ILogger logger, string route, string reason);
    }
}
