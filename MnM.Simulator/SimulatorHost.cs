using MnM.Simulator.Chat;
using MnM.Simulator.LiveClient;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.Tactics;

namespace MnM.Simulator;

/// <summary>A running simulator: Riot's side of every interface, until it is disposed of.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly GameCertificates _certificates = new();
    private readonly SimulatorOptions _options;
    private readonly RequestLog _log;
    private readonly ResponseFiles _files;
    private readonly TimeProvider _clock;
    private readonly FriendsWeek _week;
    private readonly TacticsLadder? _ladder;
    private readonly string _folder;
    private readonly bool _ownFolder;
    private readonly Task _evening;
    private RiotServer? _riot;
    private ChatServer? _chat;
    private bool _disposed;

    private SimulatorHost(SimulatorOptions options, RecordedSource? recorded, GameSupply supply, TimeProvider clock)
    {
        _options = options;
        _files = new ResponseFiles(options.Responses);
        _log = new RequestLog(options.Log, clock);
        _clock = clock;
        _week = options.FriendsAt(clock.GetUtcNow());
        _ladder = options.LadderAt(clock.GetUtcNow());
        _ownFolder = options.LcuDirectory is null;
        _folder = _ownFolder
            ? Directory.CreateTempSubdirectory("mnm-simulator-").FullName
            : Directory.CreateDirectory(options.LcuDirectory!).FullName;
        File.WriteAllText(RootPath, _certificates.RootPem);
        var evening = recorded is null ? Script(options, supply) : ClientAlone(options);
        Machine = new PlayerMachine(new LoopbackNetwork(_certificates), evening, options.MachineIn(_folder), _files, _log, clock);
        Machine.Start();
        _evening = recorded is null
            ? Machine.Evening.Over
            : new RecordedLoop(Machine.Live, recorded, Games, clock).RunAsync(_stopping.Token);
    }

    /// <summary>The machine with the League client and the game.</summary>
    public PlayerMachine Machine { get; }

    /// <summary>Which game is played and how far it is.</summary>
    public StageSignal Games => Machine.Games;

    public SimulatorSettings Settings => new(
        $"https://127.0.0.1:{Machine.Live.Port.Number}",
        RootPath,
        _folder,
        _riot!.BaseUrl,
        $"http://127.0.0.1:{_riot.Port}{RiotServer.DataDragonPrefix}",
        $"http://127.0.0.1:{_riot.Port}{RiotServer.GameConstantsPrefix}",
        _options.RiotKey,
        _options.RiotTftKey)
    {
        InsightsEndpoint = _chat?.Endpoint,
        Friends = [.. _week.Friends.Select(friend => friend.Person.RiotId)],
    };

    private RiotSurroundings Around => new(Machine.Ledger, _files, _log, _clock) { Week = _week, Ladder = _ladder };

    private string RootPath => Path.Combine(_folder, "root.pem");

    /// <exception cref="FormatException">The match or its timeline cannot be played.</exception>
    /// <exception cref="IOException">A port is taken, or a file cannot be read or written.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var recorded = options.Polls.IsEmpty ? null : new RecordedSource(RecordedSource.Read(options.Polls));
        var supply = options is { Match: { } match, Timeline: { } timeline }
            ? GameSupply.Once(MatchFile.Read(match, options.MatchId), MatchFile.Read(timeline, options.MatchId))
            : GameSupply.Written(options.Seed);
        var host = new SimulatorHost(options, recorded, supply, clock);
        try
        {
            host._riot = await RiotServer.StartAsync(options.RiotServers, host.Around, cancellationToken);
            host._chat = options.HasLanguageModel ? await ChatServer.StartAsync(options.Chat, clock, cancellationToken) : null;
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes with the failure if the games cannot go on.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _evening.WaitAsync(cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _stopping.CancelAsync();
        await Machine.DisposeAsync();
        if (!_evening.IsCompleted && _evening != Machine.Evening.Over)
        {
            await _evening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_riot is not null)
        {
            await _riot.DisposeAsync();
        }

        if (_chat is not null)
        {
            await _chat.DisposeAsync();
        }

        _log.Dispose();
        _certificates.Dispose();
        _stopping.Dispose();
        if (_ownFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static IEnumerable<EveningStep> Script(SimulatorOptions options, GameSupply supply) => EveningScript.Write(supply, new EveningOptions
    {
        Seed = options.Seed,
        Speed = options.Speed,
        BeginsWithGame = true,
        Faults = options.Faults,
        IncidentsOf = game => options.DrawsIncidents ? Incidents.Drawn(options.Seed, game) : options.Incidents,
    });

    // Nobody knows what the client said beside recorded polls, unless that is recorded too.
    private static IEnumerable<EveningStep> ClientAlone(SimulatorOptions options) => options.Responses is null
        ? []
        : [new EveningStep(TimeSpan.Zero) { Client = ClientChange.Launch }, new EveningStep(TimeSpan.Zero) { Client = ClientChange.Listen }];
}
