using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Riot.RateLimits;

/// <summary>One or more limiters on one database, a strict server, and requests that are under way for simulated time.</summary>
internal sealed class LimiterRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _processes = [];
    private readonly Lock _lock = new();
    private readonly Random _random;
    private int _active;
    private int _delayed;

    private LimiterRun(int seed)
    {
        _random = new Random(seed);
        Server = new StrictServer(Clock);
    }

    public SimulatorClock Clock { get; } = new();

    public StrictServer Server { get; }

    public LaneReserves Reserves { get; } = new();

    /// <summary>Milliseconds from one to the other end, each way.</summary>
    public Func<Random, int> Latency { get; set; } = _ => 0;

    /// <summary>Whether the answer of a request never comes.</summary>
    public Func<Random, bool> IsLost { get; set; } = _ => false;

    /// <summary>Requests that were let go, in their order.</summary>
    public List<(string Method, Lane Lane, double Second)> Gone { get; } = [];

    public RateLimiter Limiter => _processes[0].Limiter;

    public double Second => (Clock.GetTimestamp() - Start) / (double)TimeSpan.TicksPerSecond;

    private long Start { get; init; }

    public static async Task<LimiterRun> StartAsync(int processes = 1, int seed = 1)
    {
        var run = new LimiterRun(seed) { Start = new SimulatorClock().GetTimestamp() };
        await using (var db = run.Contexts().CreateDbContext())
        {
            await db.Database.EnsureCreatedAsync();
        }

        for (var process = 0; process < processes; process++)
        {
            run.Launch();
        }

        return run;
    }

    /// <summary>One more process on the same database.</summary>
    public void Launch()
    {
        var store = new RateStore(Contexts(), Clock);
        _processes.Add(new(new RateLimiter(store, Reserves, Clock, NullLogger<RateLimiter>.Instance), store));
    }

    /// <summary>The first process is gone from one moment to the next: what it had under way is never reported, what waited never goes.</summary>
    public async Task KillAsync()
    {
        var killed = _processes[0];
        _processes.RemoveAt(0);
        await killed.Limiter.DisposeAsync();
        await killed.Store.DisposeAsync();
        await SettleAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var db = Contexts().CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Asks for so many requests at once.</summary>
    public void Ask(int requests, string method = "m", Lane lane = Lane.Requested, int process = 0, CancellationToken cancellationToken = default)
    {
        for (var request = 0; request < requests; request++)
        {
            lock (_lock)
            {
                _active++;
            }

            _ = SendAsync(_processes[process], method, lane, cancellationToken);
        }
    }

    /// <summary>Until nobody waits and nothing is under way.</summary>
    public async Task FinishAsync()
    {
        await SettleAsync();
        while (_active > 0)
        {
            await StepAsync(3600);
        }
    }

    /// <summary>So many seconds.</summary>
    public async Task PassAsync(double seconds)
    {
        await SettleAsync();
        var end = Second + seconds;
        while (end - Second > 1e-6)
        {
            await StepAsync(end - Second);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.Limiter.DisposeAsync();
            await process.Store.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task StepAsync(double most)
    {
        Clock.Advance(Math.Min(most, Clock.NextDue?.TotalSeconds ?? most));
        await SettleAsync();
    }

    /// <summary>Until every request waits for its turn or for the clock.</summary>
    private async Task SettleAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (!IsSettled())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "A request hangs.");
            await Task.Yield();
        }
    }

    private bool IsSettled()
    {
        lock (_lock)
        {
            return _active == _delayed + _processes.Sum(process => process.Limiter.Waiting);
        }
    }

    private async Task SendAsync(Process process, string method, Lane lane, CancellationToken cancellationToken)
    {
        try
        {
            var permit = await process.Limiter.AcquireAsync("r", method, lane, cancellationToken);
            (int There, int Back, bool Lost) way;
            lock (_lock)
            {
                Gone.Add((method, lane, Second));
                way = (Latency(_random), Latency(_random), IsLost(_random));
            }

            await DelayAsync(way.There);
            RateHeaders answer;
            lock (_lock)
            {
                answer = Server.Count(method);
            }

            await DelayAsync(way.Lost ? 10_000 - way.There : way.Back);
            if (_processes.Contains(process))
            {
                process.Limiter.Report(permit, way.Lost ? null : answer);
            }
        }
        catch (OperationCanceledException)
        {
            // Withdrawn.
        }
        finally
        {
            lock (_lock)
            {
                _active--;
            }
        }
    }

    private async Task DelayAsync(int milliseconds)
    {
        var passed = new TaskCompletionSource();
        ITimer timer;
        lock (_lock)
        {
            // Under one lock: a request that counted as waiting before it had its timer would let the clock go on without it.
            _delayed++;
            timer = Clock.CreateTimer(
                _ =>
                {
                    lock (_lock)
                    {
                        _delayed--;
                    }

                    passed.TrySetResult();
                },
                null,
                TimeSpan.FromMilliseconds(milliseconds),
                Timeout.InfiniteTimeSpan);
        }

        await using (timer)
        {
            await passed.Task;
        }
    }

    private SqliteContexts Contexts() => new(_folder.File("limits.db"));

    private sealed record Process(RateLimiter Limiter, RateStore Store);

    private sealed class SqliteContexts(string file) : IDbContextFactory<MnmDbContext>
    {
        public MnmDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<MnmDbContext>();
            options.UseMnmSqlite(file);
            return new MnmDbContext(options.Options);
        }
    }
}
