using MnM.Simulator;
using MnM.Web.Games;

namespace MnM.Tests.Games;

public sealed class PlaybackTests
{
    private readonly StopWatch _clock = new();
    private readonly List<double> _moves = [];

    [Theory]
    [InlineData(1, 20.5)]
    [InlineData(2, 21)]
    [InlineData(10, 25)]
    [InlineData(60, 50)]
    public void Half_a_second_moves_it_by_half_the_speed(int speed, double position)
    {
        var playback = Open();
        playback.Seek(20);
        playback.SetSpeed(speed);
        playback.Toggle();

        Pass(playback, 0.5);

        Assert.Equal(position, playback.Position, 6);
        Assert.True(playback.IsPlaying);
    }

    [Fact]
    public void It_opens_at_the_end_and_plays_from_the_beginning()
    {
        var playback = Open();
        Assert.Equal(100, playback.Position);

        playback.Toggle();

        Assert.Equal(10, playback.Position);
    }

    [Fact]
    public void At_the_end_it_stops()
    {
        var playback = Open();
        playback.Seek(95);
        playback.Toggle();

        Pass(playback, 1);

        Assert.Equal(100, playback.Position);
        Assert.False(playback.IsPlaying);
    }

    [Fact]
    public void Paused_it_stands_and_goes_on_from_there()
    {
        var playback = Open();
        playback.Seek(20);
        playback.Toggle();
        Pass(playback, 1);
        playback.Toggle();
        _clock.Advance(60);
        playback.Toggle();
        Pass(playback, 1);

        Assert.Equal(40, playback.Position, 6);
    }

    [Fact]
    public void A_new_speed_counts_from_its_own_moment()
    {
        var playback = Open();
        playback.Seek(20);
        playback.Toggle();
        _clock.Advance(0.1);
        playback.SetSpeed(60);
        Pass(playback, 0.1);

        Assert.Equal(27, playback.Position, 6);
    }

    [Theory]
    [InlineData(-5, 10)]
    [InlineData(3, 10)]
    [InlineData(754, 100)]
    public void A_seek_beyond_the_recording_ends_at_its_edge(double second, double position)
    {
        var playback = Open();
        playback.Seek(second);

        Assert.Equal(position, playback.Position);
        Assert.Equal([position], _moves);
    }

    [Fact]
    public async Task The_clock_drives_it_until_it_is_disposed()
    {
        var clock = new SimulatorClock();
        var moved = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var playback = new Playback(clock, 0, 1000, position => moved.TrySetResult(position));
        playback.Seek(100);
        moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        playback.Toggle();

        clock.Advance(0.2);
        Assert.Equal(102, await moved.Task, 6);
        await playback.DisposeAsync();

        Assert.False(playback.IsPlaying);
    }

    private Playback Open() => new(_clock, 10, 100, _moves.Add);

    private void Pass(Playback playback, double seconds)
    {
        _clock.Advance(seconds);
        if (playback.IsPlaying)
            playback.Tick();
    }

    /// <summary>Tells the time and fires no timers: the test ticks by itself.</summary>
    private sealed class StopWatch : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        public void Advance(double seconds) => _now += TimeSpan.FromSeconds(seconds).Ticks;

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
