using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>The requests of one route: those that wait, by lane, and those under way. One pass at a time books what may go now, all of it in one transaction.</summary>
internal sealed partial class RouteLimiter : IAsyncDisposable
{
    /// <summary>Answers that come together are stored together.</summary>
    private static readonly TimeSpan OutcomesWait = TimeSpan.FromMilliseconds(50);

    /// <summary>While a request is under way, here or in another process, its place may become free earlier than booked.</summary>
    private static readonly TimeSpan OpenAgain = TimeSpan.FromMilliseconds(200);

    private readonly string _route;
    private readonly RateStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WaitingLanes _waiting;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _timer;
    private readonly Task _passes;
    private List<RateOutcome> _outcomes = [];
    private bool _hasFailed;

    public RouteLimiter(string route, RateStore store, LaneReserves reserves, TimeProvider time, ILogger logger)
    {
        (_route, _store, _time, _logger) = (route, store, time, logger);
        _waiting = new WaitingLanes(reserves);
        _timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _passes = RunAsync(_stop.Token);
    }

    public async Task<RatePermit> AcquireAsync(string method, Lane lane, CancellationToken cancellationToken)
    {
        var waiter = new RateWaiter($"{_route} {method}", lane, _time.GetUtcNow());
        lock (_lock)
        {
            _waiting.Add(waiter);
        }

        Wake();
        await using var withdrawal = cancellationToken.UnsafeRegister(static (state, token) => ((RateWaiter)state!).TrySetCanceled(token), waiter);
        return await waiter.Task;
    }

    public void Report(RateOutcome outcome)
    {
        bool isUrgent;
        lock (_lock)
        {
            _outcomes.Add(outcome);

            // Whoever waits for the first answer, or must be stopped, is not kept waiting.
            isUrgent = outcome.Answer is { IsRefused: true } || _open.GetValueOrDefault(outcome.Permit.Method) == 1;
        }

        if (isUrgent)
        {
            Wake();
        }
        else
        {
            _timer.Change(OutcomesWait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What is left now.</summary>
    public async Task<RouteBudget> BudgetAsync(CancellationToken cancellationToken)
    {
        List<string> scopes;
        lock (_lock)
        {
            scopes = [_route, .. _open.Keys.Where(scope => scope != _route).Order(StringComparer.Ordinal)];
        }

        List<ScopeBudget> budgets = [];
        await _store.ChangeAsync(scopes, windows => budgets.AddRange(scopes.Zip(windows, Budget)), cancellationToken);
        lock (_lock)
        {
            return new RouteBudget(_route, [.. budgets], _waiting.Waits);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _passes;
        await _timer.DisposeAsync();
        lock (_lock)
        {
            _waiting.CancelAll(_stop.Token);
        }

        _stop.Dispose();
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private ScopeBudget Budget(string scope, RollingWindows windows)
    {
        var now = _time.GetUtcNow();
        var until = DateTimeOffset.FromUnixTimeMilliseconds(windows.PausedUntil);
        return new ScopeBudget(
            scope,
            [.. windows.Limits.Select(limit => new WindowBudget(limit, windows.Used(limit, now.ToUnixTimeMilliseconds())))],
            until > now ? until : null);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(cancellationToken))
            {
                if (await PassAsync(cancellationToken) is { } due)
                {
                    _timer.Change(due > TimeSpan.Zero ? due : TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // MnM ends.
        }
    }

    /// <summary>Books what may go now and lets it go; answers how long to wait for the next pass, null where nobody waits.</summary>
    private async Task<TimeSpan?> PassAsync(CancellationToken cancellationToken)
    {
        List<RateOutcome> outcomes;
        List<string> scopes;
        lock (_lock)
        {
            (outcomes, _outcomes) = (_outcomes, []);
            scopes = [_route, .. _waiting.Methods.Union(outcomes.Select(outcome => outcome.Permit.Method))];
        }

        if (scopes.Count == 1)
        {
            return null;
        }

        List<(RateWaiter Waiter, RatePermit Permit)> granted = [];
        TimeSpan? due = null;
        try
        {
            await _store.ChangeAsync(scopes, windows => due = Book(scopes, windows, outcomes, granted), cancellationToken);
            _hasFailed = false;
        }
        catch (DbException fault)
        {
            // Nothing goes that is not booked. What was counted as under way stays so until it is.
            Undo(outcomes, granted);
            if (!_hasFailed)
            {
                Log.NotBooked(_logger, _route, fault.Message);
            }

            _hasFailed = true;
            return OpenAgain;
        }

        foreach (var (waiter, permit) in granted)
        {
            if (!waiter.TrySetResult(permit))
            {
                // Withdrawn meanwhile: it was never sent.
                Report(new RateOutcome(permit, DateTimeOffset.UnixEpoch, null));
            }
        }

        return due;
    }

    private TimeSpan? Book(List<string> scopes, IReadOnlyList<RollingWindows> windows, List<RateOutcome> outcomes, List<(RateWaiter Waiter, RatePermit Permit)> granted)
    {
        var now = _time.GetUtcNow();
        var clock = now.ToUnixTimeMilliseconds();
        lock (_lock)
        {
            foreach (var outcome in outcomes)
            {
                Take(outcome, windows[0], windows[scopes.IndexOf(outcome.Permit.Method)], clock);
            }

            var route = windows[0];
            var due = _waiting.Grant(now, (waiter, share) =>
            {
                var method = windows[scopes.IndexOf(waiter.Method)];
                var at = Math.Max(FreeAt(_route, route, share, clock), FreeAt(waiter.Method, method, share, clock));
                if (at > clock)
                {
                    return at - clock;
                }

                var latest = clock + (long)RateLimiter.LongestRequest.TotalMilliseconds;
                granted.Add((waiter, new RatePermit(_route, waiter.Method, route.Take(latest), method.Take(latest))));
                Count(_route, 1);
                Count(waiter.Method, 1);
                return 0;
            });
            return due is not { } wait ? null
                : wait > OpenAgain && windows.Any(scope => scope.HasOpen(clock)) ? OpenAgain
                : wait;
        }
    }

    /// <summary>Before the first answer nothing is known of the limits, so one request goes at a time.</summary>
    private long FreeAt(string scope, RollingWindows windows, double share, long clock) =>
        windows.Limits.IsEmpty && _open.GetValueOrDefault(scope) > 0 ? clock + (long)OpenAgain.TotalMilliseconds : windows.FreeAt(share);

    private void Take(RateOutcome outcome, RollingWindows route, RollingWindows method, long clock)
    {
        var permit = outcome.Permit;
        Count(_route, -1);
        Count(permit.Method, -1);

        // Rounded up: the server counted the request before its answer was here.
        var at = outcome.At == DateTimeOffset.UnixEpoch ? 0 : outcome.At.ToUnixTimeMilliseconds() + 1;
        route.Correct(permit.RouteNumber, at);
        method.Correct(permit.MethodNumber, at);
        if (outcome.Answer is not { } answer)
        {
            return;
        }

        route.Learn(answer.Route);
        method.Learn(answer.Method);
        Match(route, answer.RouteCounts, clock);
        Match(method, answer.MethodCounts, clock);
        var scope = answer.IsRoutesLimit ? _route : permit.Method;
        if (answer.IsRefused)
        {
            var times = _refusals[scope] = _refusals.GetValueOrDefault(scope) + 1;
            var wait = answer.RetryAfter ?? TimeSpan.FromSeconds(1 << Math.Min(times - 1, 6));
            (answer.IsRoutesLimit ? route : method).Pause(clock + (long)wait.TotalMilliseconds);
            Log.Refused(_logger, scope, wait.TotalSeconds);
        }
        else
        {
            _refusals.Remove(permit.Method);
            _refusals.Remove(_route);
        }
    }

    private static void Match(RollingWindows windows, IEnumerable<RateLimit> counts, long clock)
    {
        foreach (var count in counts)
        {
            if (windows.Limits.FirstOrDefault(limit => limit.Seconds == count.Seconds) is { Requests: > 0 } limit)
            {
                windows.Match(limit, count.Requests, clock);
            }
        }
    }

    private void Undo(List<RateOutcome> outcomes, List<(RateWaiter Waiter, RatePermit Permit)> granted)
    {
        lock (_lock)
        {
            foreach (var outcome in outcomes)
            {
                Count(_route, 1);
                Count(outcome.Permit.Method, 1);
            }

            _outcomes.InsertRange(0, outcomes);
            foreach (var (waiter, permit) in granted)
            {
                Count(_route, -1);
                Count(permit.Method, -1);
                _waiting.AddFirst(waiter);
            }
        }
    }

    private void Count(string scope, int change) => _open[scope] = Math.Max(0, _open.GetValueOrDefault(scope) + change);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Riot's limit of {Scope} was reached; nothing goes there for {Seconds} s")]
        public static partial void Refused(ILogger logger, string scope, double seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Requests to {Route} wait because they cannot be booked: {Reason}")]
        public static partial void NotBooked(ILogger logger, string route, string reason);
    }
}
