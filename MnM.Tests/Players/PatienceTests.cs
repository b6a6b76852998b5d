using MnM.Collector.Players;
using MnM.Simulator;

namespace MnM.Tests.Players;

public sealed class PatienceTests
{
    private readonly SimulatorClock _clock = new();

    [Fact]
    public async Task After_ten_seconds_there_is_another_answer()
    {
        CancellationToken ended = default;
        var waiting = Patience.WaitAsync(
            async token =>
            {
                ended = token;
                await Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
                return "in time";
            },
            () => "late",
            _clock,
            CancellationToken.None);
        _clock.Advance(9.9);
        Assert.False(waiting.IsCompleted || ended.IsCancellationRequested);
        _clock.Advance(0.2);
        Assert.Equal("late", await waiting);
        Assert.True(ended.IsCancellationRequested);
    }

    [Fact]
    public async Task What_comes_in_time_is_the_answer() =>
        Assert.Equal("in time", await Patience.WaitAsync(_ => Task.FromResult("in time"), () => "late", _clock, CancellationToken.None));

    [Fact]
    public async Task Who_goes_away_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        var waiting = Patience.WaitAsync(
            async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _clock, token);
                return "in time";
            },
            () => "late",
            _clock,
            gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
