using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Lcu;

/// <summary>MnM's connection to a simulated League client in this process, ticked by the test.</summary>
internal sealed class LcuRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly InProcessNetwork _network = new();
    private readonly ServiceProvider _services;

    private LcuRun()
    {
        var league = Directory.CreateDirectory(Path.Combine(_folder.Path, "league")).FullName;
        Machine = PlayerMachine.InProcess(_network, [], new PlayerMachineOptions { LeagueFolder = league }, Clock);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).AddFilter("Microsoft", LogLevel.None).AddFilter("System", LogLevel.None));
        services.AddSingleton<TimeProvider>(Clock).AddCollector();
        services.Configure<StorageOptions>(storage => storage.DataDirectory = _folder.Path);
        services.Configure<StaticDataOptions>(_ => { });
        services.Configure<LiveOptions>(live => (live.ClientPath, live.AcceptAnyCertificate) = (league, true));
        services.AddSingleton<ClientProcesses>(new MachineProcesses(Machine));
        services.AddHttpClient(LcuServices.Http).ConfigurePrimaryHttpMessageHandler(() => new Faults(this, _network.CreateHandler()));
        _services = services.BuildServiceProvider();
    }

    public SimulatorClock Clock { get; } = new();

    public PlayerMachine Machine { get; }

    public RecordingLogger Log { get; } = new();

    /// <summary>What the client answers instead of its phase; null for the phase.</summary>
    public HttpStatusCode? PhaseStatus { get; set; }

    /// <summary>Whether nothing answers any more, while the process and its socket stay.</summary>
    public bool IsDead { get; set; }

    /// <summary>What MnM sees of the client.</summary>
    public ClientView Client => _services.GetRequiredService<Feed<LiveState>>().Current.Client;

    public static async Task<LcuRun> StartAsync()
    {
        var run = new LcuRun();
        await run._services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        run.Machine.Start();
        await run.Machine.Client.StartAsync(CancellationToken.None);
        return run;
    }

    /// <summary>So many ticks, one a second.</summary>
    public async Task SecondsAsync(int count)
    {
        for (; count > 0; count--)
        {
            Clock.Advance(1);
            await _services.GetRequiredService<LcuConnector>().TickAsync(CancellationToken.None).WaitAsync(Patience, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<LcuConnector>().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await Machine.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private sealed class MachineProcesses(PlayerMachine machine) : ClientProcesses
    {
        public override bool Runs(ClientPlace place) => machine.Client.HasProcess(place.ProcessId);

        public override (ClientAddress? Address, bool IsHidden) Find() => (null, false);
    }

    private sealed class Faults(LcuRun run, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            run.IsDead ? throw new HttpRequestException(HttpRequestError.ConnectionError, "dead")
            : run.PhaseStatus is { } status && request.RequestUri!.AbsolutePath == LcuClient.Phase ? Task.FromResult(new HttpResponseMessage(status))
            : base.SendAsync(request, cancellationToken);
    }
}
