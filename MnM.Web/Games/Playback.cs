namespace MnM.Web.Games;

/// <summary>The position in a recording, and its movement while it plays. Used from one thread at a time, a circuit's.</summary>
/// <param name="time">What paces it.</param>
/// <param name="first">Game time of the first poll, seconds.</param>
/// <param name="last">Game time of the last poll, seconds.</param>
/// <param name="moved">Called after every move, with the new position.</param>
public sealed class Playback(TimeProvider time, double first, double last, Action<double> moved) : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly double _last = last;
    private CancellationTokenSource? _stop;
    private Task _ticking = Task.CompletedTask;
    private long _before;

    /// <summary>Seconds of the game in a second of playing.</summary>
    public static IReadOnlyList<int> Speeds { get; } = [1, 2, 5, 10, 30, 60];

    /// <summary>Seconds since the game began.</summary>
    public double Position { get; private set; } = last;

    /// <summary>One of <see cref="Speeds"/>.</summary>
    public int Speed { get; private set; } = 10;

    /// <summary>Whether it moves by itself.</summary>
    public bool IsPlaying => _stop is not null;

    /// <summary>Goes to a second; what lies outside the recording becomes its nearest end.</summary>
    public void Seek(double second) => Move(second);

    /// <summary>Plays with one of <see cref="Speeds"/>.</summary>
    public void SetSpeed(int speed)
    {
        // What has passed was played at the speed of before.
        if (IsPlaying)
            Tick();

        Speed = speed;
    }

    /// <summary>Plays or pauses; at the end it plays from the beginning.</summary>
    public void Toggle()
    {
        if (IsPlaying)
        {
            Pause();
            return;
        }

        if (Position >= _last)
            Move(first);

        _stop = new();
        _before = time.GetTimestamp();
        _ticking = TickAsync(_stop.Token);
    }

    /// <summary>Stands still.</summary>
    public void Pause()
    {
        _stop?.Cancel();
        _stop?.Dispose();
        _stop = null;
    }

    /// <summary>Moves on by the time since the last tick.</summary>
    internal void Tick()
    {
        var now = time.GetTimestamp();
        var passed = time.GetElapsedTime(_before, now).TotalSeconds;
        _before = now;
        var next = Position + (passed * Speed);
        if (next >= _last)
            Pause();

        Move(next);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Pause();
        await _ticking;
    }

    private void Move(double second)
    {
        Position = Math.Clamp(second, first, _last);
        moved(Position);
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                Tick();
        }
        catch (OperationCanceledException)
        {
            // Paused.
        }
    }
}
