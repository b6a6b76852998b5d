namespace MnM.Collector.Riot.RateLimits;

/// <summary>
/// Runs passes one at a time, each at the earliest time that was asked for. By a timer even where that is now: whoever asks at the same moment shares the pass.
/// </summary>
/// <remarks>The pass answers in how many milliseconds it wants to run again, null for not before it is asked for, and never throws.</remarks>
internal sealed class PassTimer : IAsyncDisposable
{
    private const long Never = long.MaxValue;

    private readonly Func<Task<long?>> _pass;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private long _dueAt = Never;
    private bool _isPassing;
    private bool _isStopped;
    private Task _current = Task.CompletedTask;

    public PassTimer(Func<Task<long?>> pass, TimeProvider time)
    {
        (_pass, _time) = (pass, time);
        _timer = time.CreateTimer(static state => ((PassTimer)state!).Start(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Asks for a pass in so many milliseconds.</summary>
    public void Wake(long milliseconds)
    {
        lock (_lock)
        {
            if (In(milliseconds) is var due && due < _dueAt)
            {
                _dueAt = due;
                Arm();
            }
        }
    }

    /// <summary>Ends the passes and waits for the one that runs.</summary>
    public async ValueTask DisposeAsync()
    {
        Task current;
        lock (_lock)
        {
            _isStopped = true;
            current = _current;
        }

        await current;
        await _timer.DisposeAsync();
    }

    private void Start()
    {
        lock (_lock)
        {
            if (_isPassing || _isStopped)
            {
                return;
            }

            (_isPassing, _dueAt) = (true, Never);
        }

        _current = RunAsync();
    }

    private async Task RunAsync()
    {
        var wait = await _pass();
        lock (_lock)
        {
            _isPassing = false;
            if (wait is { } again)
            {
                _dueAt = Math.Min(_dueAt, In(again));
            }

            Arm();
        }
    }

    private long In(long milliseconds) => _time.GetTimestamp() + (milliseconds * _time.TimestampFrequency / 1000);

    /// <summary>What is asked for during a pass waits for its end.</summary>
    private void Arm()
    {
        if (!_isPassing && !_isStopped && _dueAt != Never)
        {
            var now = _time.GetTimestamp();
            _timer.Change(_time.GetElapsedTime(now, Math.Max(now, _dueAt)), Timeout.InfiniteTimeSpan);
        }
    }
}
