using Microsoft.Extensions.Options;
using MnM.Benchmarks.Requests;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Simulator.Faults;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>One import on a simulated clock: the simulator's Riot, whose lists end early, the whole collector with its database and its runners, and nothing beside.</summary>
internal sealed class SimulatedImport : IAsyncDisposable
{
    private static readonly TimeSpan MatchDelay = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    /// <summary>Simulated time between two looks at an import; its end is told to the millisecond.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly ScratchFolder _folder = new();
    private readonly InProcessNetwork _network = new();
    private readonly StillClock _clock = new();
    private readonly RiotKey _key;
    private readonly RequestLog _log;
    private readonly RiotServer _server;
    private readonly WholeCollector _mnm;

    public SimulatedImport(KeyKind kind, TimeSpan latency)
    {
        _key = new RiotKey(KnownKeys.League.Value, kind);
        _log = new RequestLog(LogFile, _clock.Time);
        var options = new RiotApiOptions { Keys = [_key], Latency = latency, MatchDelay = MatchDelay, Faults = [Fault.ShortLists] };
        _server = RiotServer.InProcess(_network, options, new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), _log, _clock.Time));
        _mnm = new WholeCollector(_folder.Path, _key, _server.BaseUrl, _network.CreateHandler(), _clock.Time);
    }

    private string LogFile => _folder.File("requests.jsonl");

    /// <summary>The client is connected, and somebody tracked.</summary>
    public void ReserveOthers() => (_mnm.Get<LaneReserves>().Live, _mnm.Get<LaneReserves>().Tracking) = (true, true);

    /// <summary>Imports so many matches; the simulated seconds from the wish until the last that can be read was stored, and until nothing more was to come.</summary>
    /// <exception cref="InvalidOperationException">The import did not end well.</exception>
    public async Task<(double Stored, double Ended)> RunAsync(int matches, CancellationToken cancellationToken)
    {
        await _clock.WhileAsync(() => _mnm.MigrateAsync(cancellationToken), cancellationToken);
        var services = _mnm.Hosted(typeof(HistoryJobs)).Concat(_mnm.Hosted(typeof(WorkQueue))).ToList();
        foreach (var service in services)
        {
            await _clock.WhileAsync(() => service.StartAsync(cancellationToken), cancellationToken);
        }

        var asked = _clock.Now;
        var expected = Veteran.Listed(asked - MatchDelay, matches);
        var started = await _clock.WhileAsync(() => _mnm.Get<HistoryJobs>().StartAsync(Veteran.Import(matches), cancellationToken), cancellationToken);
        var id = started is StartedImport.Started { Import.Id: var job } ? job : throw new InvalidOperationException(started.Sentence);
        ImportView? import = null;
        while (import is not { IsRunning: false } && _clock.Now < asked + Patience)
        {
            _clock.PassUntil(_clock.Now + Look, () => false, cancellationToken);
            import = await _mnm.Get<HistoryQueries>().FindAsync(id, cancellationToken);
        }

        foreach (var service in services)
        {
            await _clock.WhileAsync(() => service.StopAsync(cancellationToken), cancellationToken);
        }

        return import is { State: ImportState.Done, EndedAt: { } ended } && import.Total == expected.Length && import.Done == expected.Count(Veteran.IsReadable)
            ? ((StoredImport.Read(_mnm.Get<IOptions<StorageOptions>>().Value.DatabasePath, id).LastStored - asked).TotalSeconds, (ended - asked).TotalSeconds)
            : throw new InvalidOperationException($"{import} {string.Join(", ", import?.Left ?? [])} is not what {expected.Length} listed matches should have become, {expected.Count(Veteran.IsReadable)} of which can be read.");
    }

    /// <summary>What the simulator's log says of it: windows that held too much, requests that were refused for a limit, and all of them.</summary>
    public (int Violations, int Refused, int Requests) Judge()
    {
        _log.Dispose();
        var requests = LoggedRequest.ReadAll(LogFile);
        return (RateLimitJudge.Judge(requests, _ => _key.Kind).Count(use => use.IsViolation), requests.Count(request => request.Status == 429), requests.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _mnm.DisposeAsync();
        await _server.DisposeAsync();
        _log.Dispose();
        _folder.Dispose();
    }
}
