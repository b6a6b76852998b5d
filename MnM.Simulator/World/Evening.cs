namespace MnM.Simulator.World;

/// <summary>Walks through the steps of an evening on a clock, and tells each of them in order, one after the other.</summary>
public sealed class Evening : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private readonly IEnumerator<EveningStep> _steps;
    private readonly TimeProvider _clock;
    private readonly Func<EveningStep, EveningState, Task> _enter;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _entering = Task.CompletedTask;
    private DateTimeOffset _next;
    private bool _ended;

    /// <param name="script">The steps; they are drawn as they come, so that an evening need not end.</param>
    /// <param name="clock">Where its time comes from.</param>
    /// <param name="enter">Carries a step out. Where it can do so at once, the whole evening happens inside the clock's own turns.</param>
    public Evening(IEnumerable<EveningStep> script, TimeProvider clock, Func<EveningStep, EveningState, Task> enter)
    {
        (_steps, _clock, _enter, _next) = (script.GetEnumerator(), clock, enter, clock.GetUtcNow());
        State = new EveningState { Since = _next };
        _timer = clock.CreateTimer(_ => CatchUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The step that was reached; it may still be being carried out.</summary>
    public EveningState State { get; private set; }

    /// <summary>Completes after the last step, or fails with what a step failed with.</summary>
    public Task Over => _over.Task;

    public void Start() => CatchUp();

    /// <summary>Leaves out the time until the phase is reached; the steps on the way are taken all the same.</summary>
    /// <returns>When the steps have been carried out; false if the evening ends before.</returns>
    public async Task<bool> WalkToAsync(GameflowPhase phase)
    {
        Task entering;
        bool reached;
        lock (_lock)
        {
            do
            {
                _next = _clock.GetUtcNow();
                reached = TakeStep() && State.Phase == phase;
            }
            while (!reached && !_ended);
            SetTimer();
            entering = _entering;
        }

        await entering;
        return reached;
    }

    /// <summary>Takes a step that is not in the script, now; the script goes on at its own times. How long the step lasts does not matter.</summary>
    /// <returns>When it has been carried out.</returns>
    public Task TakeAsync(EveningStep step)
    {
        lock (_lock)
        {
            Enter(step, _clock.GetUtcNow());
            return _entering;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _ended = true;
        }

        await _timer.DisposeAsync();
        await _entering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _steps.Dispose();
    }

    private void CatchUp()
    {
        lock (_lock)
        {
            while (!_ended && _next <= _clock.GetUtcNow())
            {
                TakeStep();
            }

            SetTimer();
        }
    }

    private bool TakeStep()
    {
        if (_ended || !HasNext())
        {
            _ended = true;
            _ = FinishAsync(_entering);
            return false;
        }

        Enter(_steps.Current, _next);
        _next += _steps.Current.Lasts;
        return true;
    }

    private void Enter(EveningStep step, DateTimeOffset at)
    {
        State = State.After(step, at);
        _entering = AfterAsync(_entering, step, State);
    }

    private bool HasNext()
    {
        try
        {
            return !_over.Task.IsFaulted && _steps.MoveNext();
        }
        catch (Exception failure)
        {
            // A match that cannot be played; the clock's own thread is no place for it.
            _over.TrySetException(failure);
            return false;
        }
    }

    private async Task AfterAsync(Task before, EveningStep step, EveningState state)
    {
        await before.ConfigureAwait(false);
        try
        {
            await _enter(step, state).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _over.TrySetException(failure);
            throw;
        }
    }

    private async Task FinishAsync(Task last)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.TrySetResult();
    }

    private void SetTimer()
    {
        // Timers are cut to whole milliseconds: the rest of one would be waited for by going round and round.
        var left = _next - _clock.GetUtcNow();
        left = left <= TimeSpan.Zero ? TimeSpan.Zero : left < Shortest ? Shortest : left;
        _timer.Change(_ended ? Timeout.InfiniteTimeSpan : left, Timeout.InfiniteTimeSpan);
    }
}
