using Microsoft.Extensions.Hosting;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Live;

/// <summary>Keeps a part of Riot's limits for a game that is about to start, as long as the League client is there: without it none is.</summary>
internal sealed class ClientLane(Feed<LiveState> states, LaneReserves reserves) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var state in states.WatchAsync(stoppingToken))
            {
                reserves.Live = state.Client.IsConnected;
            }
        }
        catch (OperationCanceledException)
        {
            // MnM ends.
        }
    }
}
