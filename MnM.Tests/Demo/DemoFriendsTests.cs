using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Demo;

public sealed class DemoFriendsTests
{
    [Fact]
    public async Task The_friends_of_the_simulator_are_followed()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Friends = 5 }, TimeProvider.System, patience.Token);
        var settings = simulator.Settings;
        await using var mnm = await RunningMnm.StartAsync(
            settings: [("RIOT_BASE_URL", settings.RiotBaseUrl), ("RIOT_API_KEY", settings.RiotApiKey), ("FRIENDS", string.Join(',', settings.Friends))]);

        var tracked = 0;
        await foreach (var _ in mnm.App.Services.GetRequiredService<Feed<TrackingState>>().WatchAsync(patience.Token))
        {
            await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync(patience.Token);
            if ((tracked = await db.Set<TrackedPlayer>().CountAsync(patience.Token)) == settings.Friends.Length)
            {
                break;
            }
        }

        Assert.Equal(5, tracked);
    }

    [Fact]
    public async Task Without_a_simulator_nobody_is()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

        Assert.Empty(await db.Set<TrackedPlayer>().ToListAsync());
    }
}
