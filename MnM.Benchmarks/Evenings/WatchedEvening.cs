using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Benchmarks.Requests;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Recording;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Evenings;

/// <summary>An evening at a player's machine with MnM's live slice beside it: real handlers and a real database in this process, on one clock that is moved second by second.</summary>
internal sealed class WatchedEvening : IAsyncDisposable
{
    /// <summary>A tick that waits for an answer goes on while the clock moves; all else of a second is done in this real time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(60);

    private readonly InProcessNetwork _network = new();
    private readonly string _folder;
    private readonly Action<IServiceCollection>? _configure;
    private ServiceProvider? _mnm;
    private Task _connecting = Task.CompletedTask;
    private Task _polling = Task.CompletedTask;
    private DateTimeOffset _pollDue;
    private DateTimeOffset _connectDue;

    /// <param name="folder">Holds the database and the client's files.</param>
    /// <param name="evening">What happens.</param>
    /// <param name="configure">Adds to what MnM consists of.</param>
    /// <param name="games">What is played; games without end where absent.</param>
    /// <param name="riot">How Riot's servers behave.</param>
    public WatchedEvening(
        string folder, EveningOptions evening, Action<IServiceCollection>? configure = null, GameSupply? games = null, RiotApiOptions? riot = null)
    {
        (_folder, _configure) = (folder, configure);
        var league = Directory.CreateDirectory(Path.Combine(folder, "league")).FullName;
        Machine = PlayerMachine.InProcess(
            _network,
            EveningScript.Write(games ?? GameSupply.Written(evening.Seed), evening),
            new PlayerMachineOptions { LeagueFolder = league, Speed = evening.Speed, Seed = evening.Seed, Faults = evening.Faults },
            Clock);
        Riot = RiotServer.InProcess(_network, riot ?? new RiotApiOptions(), Clock, Machine.Ledger);
    }

    public SimulatorClock Clock { get; } = new();

    public PlayerMachine Machine { get; }

    public InProcessNetwork Network => _network;

    /// <summary>Riot's servers, which know the games of the evening.</summary>
    public RiotServer Riot { get; }

    /// <summary>MnM's parts, while it runs.</summary>
    public IServiceProvider Mnm => _mnm ?? throw new InvalidOperationException("MnM does not run.");

    /// <summary>What MnM shows; null while it does not run.</summary>
    public LiveState? State => _mnm?.GetRequiredService<Feed<LiveState>>().Current;

    /// <summary>Requests that MnM made to the League client.</summary>
    public int ClientRequests { get; private set; }

    /// <summary>Whether the League client's port answers now.</summary>
    public bool IsClientListening => _network.IsListening(Machine.Client.Port);

    /// <summary>Whether the game's port answers now.</summary>
    public bool IsGameListening => _network.IsListening(Machine.LiveClientUrl.Port);

    public async Task StartMnmAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddCollector();
        services.Configure<StorageOptions>(storage => storage.DataDirectory = _folder);
        services.Configure<StaticDataOptions>(_ => { });
        services.Configure<LiveOptions>(live =>
        {
            (live.Url, live.ClientPath, live.AcceptAnyCertificate) = (Machine.LiveClientUrl, Path.GetDirectoryName(Machine.Client.LockfilePath), true);
        });
        services.Configure<RiotOptions>(riot => (riot.ApiKey, riot.BaseUrl) = (KnownKeys.League.Value, Riot.BaseUrl));
        services.AddSingleton<IRiotKeyStore, NoKeys>();
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(_network.CreateHandler);
        services.AddSingleton<ClientProcesses>(new MachineProcesses(Machine));
        services.AddHttpClient(LiveServices.GameClient).ConfigurePrimaryHttpMessageHandler(_network.CreateHandler);
        services.AddHttpClient(LcuServices.Http).ConfigurePrimaryHttpMessageHandler(() => new Counting(this, _network.CreateHandler()));
        _configure?.Invoke(services);
        _mnm = services.BuildServiceProvider();
        await _mnm.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await _mnm.GetRequiredService<GameRecorder>().StartAsync(CancellationToken.None);
        _pollDue = _connectDue = Clock.GetUtcNow();
    }

    public async Task StopMnmAsync()
    {
        if (_mnm is not { } mnm)
        {
            return;
        }

        _mnm = null;
        while (!_connecting.IsCompleted || !_polling.IsCompleted)
        {
            Clock.Advance(0.1);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        await mnm.GetRequiredService<LcuConnector>().StopAsync(CancellationToken.None);
        await mnm.GetRequiredService<GameRecorder>().StopAsync(CancellationToken.None);
        await mnm.DisposeAsync();
    }

    /// <summary>The clock goes on by a second, the evening with it; then MnM does what falls due.</summary>
    public Task SecondAsync() => PassAsync(1);

    /// <summary>The same for a part of a second, or a whole one.</summary>
    public async Task PassAsync(double seconds)
    {
        Clock.Advance(seconds);
        if (_mnm is not { } mnm)
        {
            return;
        }

        if (_connecting.IsCompleted && Clock.GetUtcNow() >= _connectDue)
        {
            await _connecting;
            _connectDue = Clock.GetUtcNow() + TimeSpan.FromSeconds(1);
            _connecting = mnm.GetRequiredService<LcuConnector>().TickAsync(CancellationToken.None);
        }

        if (_polling.IsCompleted && Clock.GetUtcNow() >= _pollDue)
        {
            await _polling;
            _polling = mnm.GetRequiredService<LivePoller>().TickAsync(CancellationToken.None);
            var isWatching = State!.Phase.Phase == GamePhase.InGame || State.Connection is LiveConnection.InGame or LiveConnection.Lost or LiveConnection.Ended;
            _pollDue = Clock.GetUtcNow() + TimeSpan.FromSeconds(isWatching ? 1 : 3);
        }

        await SettleAsync();
    }

    /// <summary>All rows of games, with the times of their polls.</summary>
    public async Task<IReadOnlyList<(Game Game, IReadOnlyList<DateTimeOffset> Polls)>> GamesAsync()
    {
        await using var db = await _mnm!.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var games = await db.Set<Game>().AsNoTracking().OrderBy(game => game.Id).ToListAsync();
        var polls = await db.Set<GameSnapshot>().AsNoTracking().Select(snapshot => new { snapshot.GameId, snapshot.PolledAt }).ToListAsync();
        return [.. games.Select(game => (game, (IReadOnlyList<DateTimeOffset>)[.. polls.Where(poll => poll.GameId == game.Id).Select(poll => poll.PolledAt)]))];
    }

    public async ValueTask DisposeAsync()
    {
        await StopMnmAsync();
        await Machine.DisposeAsync();
        await Riot.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private async Task SettleAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!IsSettled && TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    /// <summary>
    /// Whether nothing is under way: the client has heard the subscriptions, which takes no second on a real machine, and what it says has arrived.
    /// Where its socket broke, MnM notices with its next tick.
    /// </summary>
    private bool IsSettled => _connecting.IsCompleted && _polling.IsCompleted
        && (State?.Client is not { IsConnected: true } client
            || Machine.Client.Subscriptions is null
            || (Machine.Client.Subscriptions == LcuSocket.Topics.Length && client.RawPhase == Machine.Evening.State.Phase.ToString()));

    /// <summary>The only client on the simulated machine is the simulated one.</summary>
    private sealed class MachineProcesses(PlayerMachine machine) : ClientProcesses
    {
        public override bool Runs(ClientPlace place) => machine.Client.HasProcess(place.ProcessId);

        public override (ClientAddress? Address, bool IsHidden) Find() => (null, false);
    }

    private sealed class Counting(WatchedEvening evening, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            evening.ClientRequests++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
