using System.Diagnostics;
using MnM.Benchmarks.Scenarios;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Requests;

/// <summary>Askers and the simulator's Riot on one clock, which goes on only when nothing is left to do at its time.</summary>
internal sealed class SimulatedTraffic : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ScratchFolder _folder = new();
    private readonly InProcessNetwork _network = new();
    private readonly SimulatorClock _clock = new();
    private readonly RequestLog _log;
    private readonly RiotServer _server;
    private readonly DelayedWire _wire;
    private readonly List<Asker> _askers = [];
    private readonly long _start;
    private int _active;

    private SimulatedTraffic(Func<TimeSpan> latency)
    {
        _start = _clock.GetTimestamp();
        _log = new RequestLog(LogFile, _clock);
        _server = RiotServer.InProcess(_network, new RiotApiOptions(), _clock, log: _log);
        _wire = new DelayedWire(_network.CreateHandler(), _clock, latency);
    }

    /// <summary>Simulated seconds since the start.</summary>
    public double Second => _clock.GetElapsedTime(_start).TotalSeconds;

    private string LogFile => _folder.File("requests.jsonl");

    /// <summary>Answers take 80 ± 60 ms on the whole way.</summary>
    public static Func<TimeSpan> Latency(int seed)
    {
        var random = new Random(seed);
        return () =>
        {
            lock (random)
            {
                return TimeSpan.FromMilliseconds(10 + random.Next(61));
            }
        };
    }

    public static async Task<SimulatedTraffic> StartAsync(int askers, Func<TimeSpan>? latency, CancellationToken cancellationToken)
    {
        var traffic = new SimulatedTraffic(latency ?? (() => TimeSpan.Zero));
        for (var asker = 0; asker < askers; asker++)
        {
            traffic.Launch();
        }

        await traffic._askers[0].MigrateAsync(cancellationToken);
        return traffic;
    }

    /// <summary>The client is connected, or somebody tracked.</summary>
    public void Reserve(bool live, bool tracking) => (_askers[0].Reserves.Live, _askers[0].Reserves.Tracking) = (live, tracking);

    /// <summary>Asks so often at once; answers, when all is over, the seconds that each request waited until it was answered, in the order in which they were.</summary>
    public List<(double Asked, double Answered)> Ask(int requests, Lane lane = Lane.Requested, int asker = 0)
    {
        List<(double, double)> answers = [];
        Interlocked.Add(ref _active, requests);
        for (var request = 0; request < requests; request++)
        {
            _ = AskAsync(_askers[asker], lane, answers);
        }

        return answers;
    }

    /// <summary>The first asker is killed and another takes its place.</summary>
    public async Task RestartAsync()
    {
        var killed = _askers[0];
        _askers.RemoveAt(0);
        await killed.DisposeAsync();
        Launch();
        await SettleAsync();
    }

    /// <summary>Goes on for so many seconds, or until all is answered.</summary>
    public async Task PassAsync(double seconds, CancellationToken cancellationToken)
    {
        await SettleAsync();
        var end = Second + seconds;
        while (Volatile.Read(ref _active) > 0 && end - Second > 1e-6)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _clock.Advance(Math.Min(end - Second, _clock.NextDue?.TotalSeconds ?? double.MaxValue));
            await SettleAsync();
        }
    }

    /// <summary>What the simulator's log says of it: windows that held too much, and requests refused for a limit.</summary>
    public (int Violations, int Refused, int Requests) Judge()
    {
        var requests = LoggedRequest.ReadAll(LogFile);
        return (RateLimitJudge.Read(LogFile, KeyKind.Personal).Count(use => use.IsViolation), requests.Count(request => request.Status == 429), requests.Count);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var asker in _askers)
        {
            await asker.DisposeAsync();
        }

        await _server.DisposeAsync();
        _log.Dispose();
        _wire.Dispose();
        _folder.Dispose();
    }

    private void Launch() => _askers.Add(new Asker(_folder.Path, new RiotOptions { ApiKey = KnownKeys.League.Value, BaseUrl = _server.BaseUrl }, _wire, _clock));

    private async Task AskAsync(Asker asker, Lane lane, List<(double, double)> answers)
    {
        var asked = Second;
        try
        {
            if (await asker.AskAsync(lane, CancellationToken.None) && _askers.Contains(asker))
            {
                lock (answers)
                {
                    answers.Add((asked, Second));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Killed while it waited.
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }

    /// <summary>Until every request waits for its turn or for the clock.</summary>
    private async Task SettleAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _active) != _wire.Delayed + _askers.Sum(asker => asker.Waiting))
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new TimeoutException("A request hangs.");
            }

            await Task.Yield();
        }
    }
}
