using System.Collections.Immutable;
using MnM.Benchmarks.Requests;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Simulator.World.Friends;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>A week of friends and MnM's tracking of it: the simulator's Riot, the whole collector with its database, and one clock.</summary>
internal sealed class TrackedWeek : IAsyncDisposable
{
    /// <summary>Nobody plays before eight.</summary>
    private static readonly TimeSpan Awake = TimeSpan.FromHours(7.5);

    private readonly ScratchFolder _folder = new();
    private readonly InProcessNetwork _network = new();
    private readonly StillClock _clock = new();
    private readonly RequestLog _log;
    private readonly RiotServer _server;
    private readonly RiotKey _key;
    private readonly TrackingWire _wire;
    private readonly List<MeasuredLoop> _loops = [];
    private readonly List<MeasuredLoop> _running = [];
    private TrackingMnm? _mnm;

    /// <param name="friends">How many.</param>
    /// <param name="days">How many days of their week.</param>
    /// <param name="kind">What MnM's key was given for.</param>
    /// <param name="outages">When Riot's servers do not answer, from the week's first midnight on.</param>
    public TrackedWeek(int friends, int days, KeyKind kind, ImmutableArray<RiotOutage> outages)
    {
        _clock.Time.Advance(TimeSpan.FromHours(36).TotalSeconds);
        Start = _clock.Now;
        End = Start.AddDays(days);
        Week = new FriendsWeek(new FriendsWeekOptions { Start = Start, Friends = friends, Days = days });
        Truth = new WeekTruth(Week, outages, Start);
        _key = new RiotKey(KnownKeys.League.Value, kind);
        _log = new RequestLog(LogFile, _clock.Time);
        var options = new RiotApiOptions { Keys = [_key], ErrorShare = 0.05, Outages = outages };
        _server = RiotServer.InProcess(_network, options, new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), _log, _clock.Time) { Week = Week });
        _wire = new TrackingWire(_network.CreateHandler());
    }

    public FriendsWeek Week { get; }

    public WeekTruth Truth { get; }

    /// <summary>The first midnight.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When the last game may have begun.</summary>
    public DateTimeOffset End { get; }

    public int Requests => _wire.Sent;

    /// <summary>The longest tick of a loop against its interval.</summary>
    public double Overrun => _loops.Max(loop => loop.Overrun);

    /// <summary>Ticks that failed.</summary>
    public IEnumerable<string> FailedTicks => _loops.SelectMany(loop => loop.Faults);

    private string LogFile => _folder.File("requests.jsonl");

    /// <summary>Starts MnM on the first morning, and adds all friends.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _clock.Time.Advance(Awake.TotalSeconds);
        await LaunchAsync(cancellationToken);
        foreach (var friend in Week.Friends)
        {
            await _clock.WhileAsync(() => _mnm!.AddAsync(friend.Person.RiotId, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Goes on until that time.</summary>
    public void PassUntil(DateTimeOffset time, CancellationToken cancellationToken) => _clock.PassUntil(time, () => false, cancellationToken);

    /// <summary>Kills MnM in the middle of the next request to such a path, and starts another on the same database.</summary>
    /// <exception cref="TimeoutException">There is no such request within half an hour.</exception>
    public async Task KillAsync(string inMidOf, CancellationToken cancellationToken)
    {
        _wire.HoldNext(inMidOf);
        _clock.PassUntil(_clock.Now.AddMinutes(30), () => _wire.IsHolding, cancellationToken);
        if (!_wire.IsHolding)
        {
            throw new TimeoutException($"MnM has not asked for {inMidOf} within half an hour.");
        }

        await EndAsync(cancellationToken);
        await LaunchAsync(cancellationToken);
    }

    /// <summary>Holds what MnM has stored by now against what was played.</summary>
    public async Task<WeekJudge> JudgeAsync() => new(Truth, await _mnm!.ReadAsync(), _clock.Now);

    /// <summary>What the simulator's log says of it: windows that held too much, and requests that were refused for a limit.</summary>
    public (int Violations, int Refused) JudgeLimits()
    {
        _log.Dispose();
        var requests = LoggedRequest.ReadAll(LogFile);
        return (RateLimitJudge.Judge(requests, _ => _key.Kind).Count(use => use.IsViolation), requests.Count(request => request.Status == 429));
    }

    /// <summary>Whether an error was answered when a match was asked for.</summary>
    public bool HasFaulted(string matchId) => _wire.HasFaulted(matchId);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _log.Dispose();
        _wire.Dispose();
        _folder.Dispose();
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        var mnm = _mnm = new TrackingMnm(_folder.Path, _key, _server.BaseUrl, _wire, _clock.Time);
        await _clock.WhileAsync(() => mnm.MigrateAsync(cancellationToken), cancellationToken);
        foreach (var loop in mnm.Loops)
        {
            var measured = new MeasuredLoop(loop, _clock.Time);
            _loops.Add(measured);
            _running.Add(measured);
            measured.Start();
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_mnm is { } mnm)
        {
            _mnm = null;
            _running.ForEach(loop => loop.Dispose());
            _running.Clear();
            await _clock.WhileAsync(() => mnm.DisposeAsync().AsTask(), cancellationToken);
        }
    }
}
