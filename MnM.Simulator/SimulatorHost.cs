using MnM.Simulator.Faults;
using MnM.Simulator.LiveClient;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World;

namespace MnM.Simulator;

/// <summary>A running simulator: Riot's side of every interface, until it is disposed of.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly GameCertificates _certificates = new();
    private readonly RequestLog _log;
    private readonly TimeProvider _clock;
    private readonly string _folder;
    private readonly bool _ownFolder;
    private readonly LiveClientServer _live;
    private readonly Task _loop;
    private RiotServer? _riot;
    private bool _disposed;

    private SimulatorHost(SimulatorOptions options, RecordedSource? recorded, GameSupply supply, TimeProvider clock)
    {
        Files = new ResponseFiles(options.Responses);
        _log = new RequestLog(options.Log, clock);
        _clock = clock;
        var faults = new FaultPlan(options.Faults, options.Seed);
        _live = new LiveClientServer(options.LivePort, _certificates, faults, Files, _log, clock);
        _ownFolder = options.LcuDirectory is null;
        _folder = _ownFolder
            ? Directory.CreateTempSubdirectory("mnm-simulator-").FullName
            : Directory.CreateDirectory(options.LcuDirectory!).FullName;
        File.WriteAllText(RootPath, _certificates.RootPem);

        Games = new StageSignal();
        _loop = recorded is null
            ? new GameLoop(_live, supply, options, faults, Games, clock).RunAsync(_stopping.Token)
            : new RecordedLoop(_live, recorded, Games, clock).RunAsync(_stopping.Token);
    }

    /// <summary>Which game is played and how far it is.</summary>
    public StageSignal Games { get; }

    public SimulatorSettings Settings => new(
        $"https://127.0.0.1:{_live.Port}",
        RootPath,
        _folder,
        $"http://127.0.0.1:{_riot!.Port}/{{route}}",
        $"http://127.0.0.1:{_riot.Port}{RiotServer.DataDragonPrefix}");

    internal LiveClientServer Live => _live;

    private ResponseFiles Files { get; }

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
            host._riot = await RiotServer.StartAsync(options.RiotPort, host.Files, host._log, cancellationToken);
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
        await _loop.WaitAsync(cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _stopping.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _live.DisposeAsync();
        if (_riot is not null)
        {
            await _riot.DisposeAsync();
        }

        _log.Dispose();
        _certificates.Dispose();
        _stopping.Dispose();
        if (_ownFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
