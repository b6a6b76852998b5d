using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

/// <summary>The live slice with a real database and a clock of its own, fed with answers by the test instead of by a game's port.</summary>
internal sealed class LiveRun : IAsyncDisposable
{
    private readonly TemporaryFolder? _ownFolder;
    private readonly ServiceProvider _services;
    private readonly Answers _answers = new();

    private LiveRun(TemporaryFolder? ownFolder, string folder, SimulatorClock clock, IInterceptor[] interceptors, Action<IServiceCollection>? more)
    {
        _ownFolder = ownFolder;
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).AddFilter("Microsoft", LogLevel.None));
        services.ConfigureDbContext<MnmDbContext>(options => options.AddInterceptors(interceptors));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Options.Create(new LiveOptions { AcceptAnyCertificate = true }));
        services.AddSingleton(Options.Create(new StorageOptions { DataDirectory = folder }));
        services.AddSingleton(Options.Create(new StaticDataOptions()));
        services.AddCollector();
        services.AddSingleton(provider => new LiveClient(
            new HttpClient(_answers) { BaseAddress = new("https://127.0.0.1:1") }, provider.GetRequiredService<AnswerLog>(), clock));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public SimulatorClock Clock { get; }

    /// <summary>What MnM's own classes log.</summary>
    public RecordingLogger Log { get; } = new();

    public LiveState State => _services.GetRequiredService<Feed<LiveState>>().Current;

    /// <summary>What the slice and its neighbours registered.</summary>
    public IServiceProvider Services => _services;

    public GameRecorder Recorder => _services.GetRequiredService<GameRecorder>();

    public GameReplay Replay => _services.GetRequiredService<GameReplay>();

    public GameFolder Folder => _services.GetRequiredService<GameFolder>();

    public RecordingStore Recordings => _services.GetRequiredService<RecordingStore>();

    public GameQueries Games => _services.GetRequiredService<GameQueries>();

    /// <param name="folder">Holds the database; one of its own where absent.</param>
    /// <param name="clock">Its clock; one of its own where absent.</param>
    /// <param name="interceptors">See and change what goes to the database.</param>
    public static Task<LiveRun> StartAsync(TemporaryFolder? folder = null, SimulatorClock? clock = null, params IInterceptor[] interceptors) =>
        StartAsync(folder, clock, null, interceptors);

    /// <summary>The same with neighbours of the slice that a test brings.</summary>
    public static Task<LiveRun> StartAsync(Action<IServiceCollection> more, TemporaryFolder? folder = null, SimulatorClock? clock = null) =>
        StartAsync(folder, clock, more, []);

    private static async Task<LiveRun> StartAsync(TemporaryFolder? folder, SimulatorClock? clock, Action<IServiceCollection>? more, IInterceptor[] interceptors)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        var run = new LiveRun(own, (folder ?? own)!.Path, clock ?? new SimulatorClock(), interceptors, more);
        await run._services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await run.Recorder.StartAsync(CancellationToken.None);
        return run;
    }

    /// <summary>One tick a second after the last one, with this answer; null is a refused connection.</summary>
    public async Task<LiveState> PollAsync(string? answer, int status = 200, double after = 1)
    {
        await AskAsync(answer, status, after);
        await Recorder.FlushAsync(CancellationToken.None);
        return State;
    }

    /// <summary>The same, without waiting until the poll is stored.</summary>
    public async Task<LiveState> AskAsync(string? answer, int status = 200, double after = 1)
    {
        _answers.Body = answer is null ? null : Encoding.UTF8.GetBytes(answer);
        _answers.Status = (HttpStatusCode)status;
        Clock.Advance(after);
        await _services.GetRequiredService<LivePoller>().TickAsync(CancellationToken.None);
        return State;
    }

    /// <summary>From now on the database's file is none.</summary>
    public void BreakDatabase()
    {
        SqliteConnection.ClearAllPools();
        File.WriteAllText(Services.GetRequiredService<IOptions<StorageOptions>>().Value.DatabasePath, "This is no database, and it is longer than the head of one would be: 100 bytes and more.....");
    }

    /// <summary>The response that was recorded under this number.</summary>
    public async Task<byte[]?> ReplayAsync(long gameId, int sequence) => (await Replay.FindAsync(gameId, sequence, CancellationToken.None))?.Response.ToArray();

    public async Task<T> QueryAsync<T>(Func<MnmDbContext, Task<T>> query)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await query(db);
    }

    public async ValueTask DisposeAsync()
    {
        var stopping = Recorder.StopAsync(CancellationToken.None);

        // A recorder that still waits for the database is given up by this clock too.
        Clock.Advance(5);
        await stopping;
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _ownFolder?.Dispose();
    }

    private sealed class Answers : HttpMessageHandler
    {
        public byte[]? Body { get; set; }

        public HttpStatusCode Status { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Body is { } body
            ? Task.FromResult(new HttpResponseMessage(Status) { Content = new ByteArrayContent(body) })
            : throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
    }
}
