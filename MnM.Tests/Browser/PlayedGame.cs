using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Browser;

internal static class PlayedGame
{
    /// <summary>MnM after one simulated game, with everything stored.</summary>
    public static async Task<RunningMnm> StartAsync(CancellationToken cancellationToken)
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Seed = 12, Speed = 300 }, TimeProvider.System, cancellationToken);
        var mnm = await RunningMnm.StartAsync(settings:
        [
            ("LIVE_CLIENT_URL", simulator.Settings.LiveClientUrl), ("LIVE_CLIENT_ROOT", simulator.Settings.LiveClientRoot),
            ("DATA_DRAGON_URL", simulator.Settings.DataDragonUrl), ("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", "false"), ("POLLING_INTERVAL_SECONDS", "0.25"),
        ]);
        await mnm.App.Services.GetRequiredService<Feed<LiveState>>().WatchAsync(cancellationToken)
            .FirstAsync(state => state.Connection == LiveConnection.Ended, cancellationToken);
        await mnm.App.Services.GetRequiredService<GameRecorder>().FlushAsync(cancellationToken);
        return mnm;
    }
}
