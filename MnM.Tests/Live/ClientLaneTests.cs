using System.Diagnostics;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Riot.RateLimits;
using MnM.Tests.Live.Pages;

namespace MnM.Tests.Live;

public sealed class ClientLaneTests
{
    [Fact]
    public async Task A_part_of_the_limits_is_kept_while_the_League_client_is_there()
    {
        var (states, reserves) = (new Feed<LiveState>(LiveState.Starting), new LaneReserves());
        using var lane = new ClientLane(states, reserves);
        await lane.StartAsync(CancellationToken.None);
        Assert.False(reserves.Live);

        states.Publish(LiveState.Starting with { Client = ClientViews.Open() });
        await UntilAsync(() => reserves.Live);
        states.Publish(LiveState.Starting);
        await UntilAsync(() => !reserves.Live);

        await lane.StopAsync(CancellationToken.None);
        Assert.Equal(0, states.Readers);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "It does not become so.");
            await Task.Yield();
        }
    }
}
