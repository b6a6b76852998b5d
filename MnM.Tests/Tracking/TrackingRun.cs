using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Completion;
using MnM.Collector.Tracking.Detection;
using MnM.Collector.Tracking.Sweeping;
using MnM.Collector.Tracking.Webhooks;
using MnM.Simulator;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;
using MnM.Tests.Tracking.Webhooks;

namespace MnM.Tests.Tracking;

/// <summary>MnM as it is registered, with a world behind Riot's API, a real database and a clock that is turned by hand. The test ticks the loops.</summary>
internal sealed class TrackingRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>No request waits longer for its turn or for another try.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(3);

    private readonly ServiceProvider _services;

    private TrackingRun(string folder, FriendsWorld world, SimulatorClock clock, TrackingOptions options, IInterceptor[] interceptors)
    {
        (World, Clock, Riot) = (world, clock, new StubRiot(world.Answer));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).AddFilter("Microsoft", LogLevel.None));
        services.ConfigureDbContext<MnmDbContext>(db => db.AddInterceptors(interceptors));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Options.Create(new LiveOptions { AcceptAnyCertificate = true }));
        services.AddSingleton(Options.Create(new StorageOptions { DataDirectory = folder }));
        services.AddSingleton(Options.Create(new StaticDataOptions()));
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(Options.Create(new RiotOptions { ApiKey = RiotRun.Key }));
        services.AddSingleton<IRiotKeyStore>(new KeysInMemory());
        services.AddCollector();
        services.AddWebhooks().AddSingleton<IWebhookVault, OpenVault>();
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => Riot);
        services.AddHttpClient(WebhookSender.Client).ConfigurePrimaryHttpMessageHandler(() => Receiver);
        _services = services.BuildServiceProvider();
    }

    public FriendsWorld World { get; }

    public SimulatorClock Clock { get; }

    public StubRiot Riot { get; }

    /// <summary>Takes the events of webhooks.</summary>
    public Receiver Receiver { get; } = new();

    public RecordingLogger Log { get; } = new();

    public TrackingState State => Get<Feed<TrackingState>>().Current;

    /// <param name="folder">Holds the database.</param>
    /// <param name="world">What Riot tells.</param>
    /// <param name="clock">MnM's clock.</param>
    /// <param name="options">The settings; the usual ones where null.</param>
    /// <param name="interceptors">See and change what goes to the database.</param>
    public static async Task<TrackingRun> StartAsync(
        TemporaryFolder folder, FriendsWorld world, SimulatorClock clock, TrackingOptions? options = null, params IInterceptor[] interceptors)
    {
        var run = new TrackingRun(folder.Path, world, clock, options ?? new TrackingOptions(), interceptors);
        await run.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return run;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Follows people from now on; answers their numbers.</summary>
    public async Task<IReadOnlyList<long>> AddAsync(params string[] people)
    {
        var ids = new List<long>();
        foreach (var person in people)
        {
            ids.Add(Assert.IsType<AddedPlayer.Added>(await AnswerAsync(Get<TrackingStore>().AddAsync(World.RiotIdOf(person)))).PlayerId);
        }

        return ids;
    }

    public Task DetectAsync() => AnswerAsync(TickAsync(Get<DetectionLoop>()));

    public Task SweepAsync() => AnswerAsync(TickAsync(Get<SweepLoop>()));

    public Task CompleteAsync() => AnswerAsync(TickAsync(Get<CompletionLoop>()));

    /// <summary>Time passes and the loops tick as they would.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var (end, tick) = (World.Now + time, 0);
        while (World.Now < end)
        {
            await DetectAsync();
            await SweepAsync();
            if (tick++ % 2 == 0)
            {
                await CompleteAsync();
            }

            var next = World.Now + TimeSpan.FromSeconds(30);
            Clock.Advance(((next < end ? next : end) - World.Now).TotalSeconds);
        }
    }

    public async Task<List<TrackedGame>> GamesAsync()
    {
        await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<TrackedGame>().AsNoTracking().OrderBy(game => game.Id).ToListAsync();
    }

    public async Task<TrackedGame> GameAsync(WorldGame game) => Assert.Single(await GamesAsync(), row => row.GameId == game.Id);

    public async Task<IReadOnlyList<OutboxEvent>> EventsAsync() => await Get<EventStore>().AfterAsync(0, 1000, CancellationToken.None);

    public Task<bool> AnswerAsync(Task question) => AnswerAsync(WithValue(question));

    public Task<T> AnswerAsync<T>(Task<T> question) => AnswerAsync(Clock, question, () => Riot.Count);

    /// <summary>
    /// Turns the clock as far as requests have to wait. Where nothing comes of that for seconds it is the machine that is busy, and the clock hardly goes on: the time of a
    /// round would be up before its first answer.
    /// </summary>
    /// <param name="clock">The clock.</param>
    /// <param name="question">What is waited for.</param>
    /// <param name="requests">How many there were so far.</param>
    public static async Task<T> AnswerAsync<T>(SimulatorClock clock, Task<T> question, Func<int> requests)
    {
        var (since, turnedAt, known, idle) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), -1, TimeSpan.Zero);
        while (!question.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"There is no answer; the next timer is due in {clock.NextDue}, after {known} requests and {idle} without one.");
            if (requests() is var now && now != known)
            {
                (known, idle) = (now, TimeSpan.Zero);
            }

            if (clock.NextDue is { TotalSeconds: <= 2 } due && (idle < Usual || Stopwatch.GetElapsedTime(turnedAt) >= due / 5))
            {
                clock.Advance(due.TotalSeconds);
                (turnedAt, idle) = (Stopwatch.GetTimestamp(), idle + due);
            }

            await Task.Yield();
        }

        return await question;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static Task TickAsync(PollingService loop) => loop.TickAsync(CancellationToken.None);

    private static async Task<bool> WithValue(Task question)
    {
        await question;
        return true;
    }
}
