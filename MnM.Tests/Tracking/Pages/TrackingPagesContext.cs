using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Riot.Keys;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Collector.Tracking.Health;
using MnM.Collector.Tracking.Webhooks;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Security;
using MnM.Web.Tracking;
using MnM.Web.Tracking.Health;

namespace MnM.Tests.Tracking.Pages;

/// <summary>Renders the pages of tracking over a real database, with a world behind Riot's API and a clock that is turned by hand.</summary>
public abstract class TrackingPagesContext : VisitorContext, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TrackingRun? _run;

    private protected TrackingPagesContext() => World = new FriendsWorld(Clock);

    private protected SimulatorClock Clock { get; } = new();

    private protected FriendsWorld World { get; }

    private protected TrackingOptions Settings { get; } = new();

    private protected TrackingRun Run => _run!;

    public async Task InitializeAsync()
    {
        // Pages read a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _run = await TrackingRun.StartAsync(_folder, World, Clock, Settings);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Run.Get<TrackingStore>());
        Services.AddSingleton(Run.Get<WebhookStore>());
        Services.AddSingleton(Run.Get<StaticDataStore>());
        Services.AddSingleton(Run.Get<KeyHealth>());
        Services.AddSingleton(new FriendsMonitor(Run.Get<FriendsQueries>(), Run.Get<Feed<TrackingState>>(), Run.Get<KeyHealth>(), Clock, NullLogger<FriendsMonitor>.Instance));
        Services.AddSingleton(new HealthMonitor(
            Run.Get<TrackingMetricsQueries>(), Run.Get<TrackedGameQueries>(), Run.Get<WebhookStore>(), Clock, NullLogger<HealthMonitor>.Instance));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await Run.DisposeAsync();
        _folder.Dispose();
    }

    private protected WorldGame Play(long number, int minutes, params string[] people) => new(number, World.Now, TimeSpan.FromMinutes(minutes), people);

    private protected void BreakDatabase()
    {
        // Somebody may hold the file open, and then its log would still answer.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var file = Run.Get<IOptions<StorageOptions>>().Value.DatabasePath;
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.WriteAllText(
            file, "This is no database, and it is longer than the head of one would be: 100 bytes and more.....");
    }
}
