using System.Data.Common;
using MnM.Collector.Tracking;

namespace MnM.Web.Demo;

/// <summary>Follows the friends of whom the simulator says that they play, so that the demo has somebody to show. Without a simulator there are none.</summary>
internal sealed class DemoFriends(TrackingStore store, IConfiguration settings, TimeProvider time) : BackgroundService
{
    /// <summary>What the simulator calls the list of their Riot IDs; no setting that anybody else could make.</summary>
    public const string Names = "FRIENDS";

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var riotId in (settings[Names] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            while (!await IsAddedAsync(riotId, stoppingToken))
            {
                await Task.Delay(TryAgain, time, stoppingToken);
            }
        }
    }

    private async Task<bool> IsAddedAsync(string riotId, CancellationToken cancellationToken)
    {
        try
        {
            return await store.AddAsync(riotId, cancellationToken: cancellationToken) is not AddedPlayer.Unavailable;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
