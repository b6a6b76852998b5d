using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;
using MnM.Tests.Tracking;

namespace MnM.Tests.History.Import;

/// <summary>MnM as it is registered, with a past behind Riot's API, a real database and a clock that is turned by hand. The test does the work that the runners would do.</summary>
internal sealed class ImportRun : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ImportRun(string folder, HttpMessageHandler network, Func<int> requests, SimulatorClock clock, RiotOptions riot, IInterceptor[] interceptors)
    {
        (Clock, Requests) = (clock, requests);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).AddFilter("Microsoft", LogLevel.None));
        services.ConfigureDbContext<MnmDbContext>(db => db.AddInterceptors(interceptors));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Options.Create(new LiveOptions { AcceptAnyCertificate = true }));
        services.AddSingleton(Options.Create(new StorageOptions { DataDirectory = folder }));
        services.AddSingleton(Options.Create(new StaticDataOptions()));
        services.AddSingleton(Options.Create(new TrackingOptions()));
        services.AddSingleton(Options.Create(riot));
        services.AddSingleton<IRiotKeyStore>(new KeysInMemory());
        services.AddCollector();
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => network);
        _services = services.BuildServiceProvider();
    }

    public SimulatorClock Clock { get; }

    public RecordingLogger Log { get; } = new();

    public Func<int> Requests { get; }

    public HistoryJobs Jobs => Get<HistoryJobs>();

    public HistoryQueries History => Get<HistoryQueries>();

    /// <param name="folder">Holds the database.</param>
    /// <param name="network">What answers in Riot's place.</param>
    /// <param name="requests">How many questions it was asked.</param>
    /// <param name="clock">MnM's clock.</param>
    /// <param name="riot">The settings; a key and nothing else where null.</param>
    /// <param name="interceptors">See and change what goes to the database.</param>
    public static async Task<ImportRun> StartAsync(
        TemporaryFolder folder, HttpMessageHandler network, Func<int> requests, SimulatorClock clock, RiotOptions? riot = null, params IInterceptor[] interceptors)
    {
        var run = new ImportRun(folder.Path, network, requests, clock, riot ?? new RiotOptions { ApiKey = RiotRun.Key }, interceptors);
        await run.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return run;
    }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> AnswerAsync<T>(Task<T> question) => TrackingRun.AnswerAsync(Clock, question, Requests);

    public Task<StartedImport> StartAsync(ImportRequest request) => AnswerAsync(Jobs.StartAsync(request, CancellationToken.None));

    /// <summary>Starts an import; answers its id.</summary>
    public async Task<string> BeginAsync(string person, int limit = ImportRequest.MostMatches, bool timelines = false, params int[] queues) =>
        Assert.IsType<StartedImport.Started>(await StartAsync(new ImportRequest(person, "EUW") { Limit = limit, Timelines = timelines, Queues = [.. queues] })).Import.Id;

    /// <summary>Starts an import and does all its work.</summary>
    public async Task<ImportView> ImportAsync(string person, int limit = ImportRequest.MostMatches, bool timelines = false, params int[] queues) =>
        await FinishAsync(await BeginAsync(person, limit, timelines, queues));

    public async Task<ImportView> ViewAsync(string id) => (await History.FindAsync(id, CancellationToken.None))!;

    public Task<ImmutableArray<ImportedMatch>> MatchesAsync(string id) => History.MatchesAsync(id, ImportRequest.MostMatches, withCustom: true, without: [], CancellationToken.None);

    /// <summary>Works until an import has ended.</summary>
    public async Task<ImportView> FinishAsync(string id)
    {
        for (var round = 0; round < 5000; round++)
        {
            if (await ViewAsync(id) is { IsRunning: false } ended)
            {
                return ended;
            }

            if (await WorkAsync() == 0)
            {
                Clock.Advance(1);
            }
        }

        throw new InvalidOperationException($"The import does not end: {await ViewAsync(id)}");
    }

    /// <summary>Works once on all kinds of work, as many items at once as runners do; answers how many there were.</summary>
    public async Task<int> WorkAsync(int most = 8)
    {
        var pages = await WorkAsync(ImportWork.Page, most, Get<ListRunner>().TryAsync);
        var matches = await WorkAsync(ImportWork.Match, most, Get<ImportMatchRunner>().TryAsync);
        return pages + matches + await WorkAsync(ImportWork.Timeline, most, Get<ImportTimelineRunner>().TryAsync);
    }

    /// <summary>Works once on work of a kind, as a runner does; answers how many items there were.</summary>
    public async Task<int> WorkAsync(string kind, int most, Func<WorkLease, CancellationToken, Task<WorkResult>> work, Predicate<WorkGroup>? may = null)
    {
        var queue = Get<WorkQueue>();
        var leases = await queue.ClaimAsync(kind, "test", most, TimeSpan.FromMinutes(2), may ?? (static _ => true), CancellationToken.None);
        foreach (var (lease, result) in leases.Zip(await AnswerAsync(Task.WhenAll(leases.Select(lease => TriedAsync(lease, work))))))
        {
            Assert.True(result switch
            {
                WorkResult.Ended ended => await StoredAsync(queue, lease, ended),
                WorkResult.Retry retry => await queue.RetryAsync(lease, Clock.GetUtcNow() + (retry.After ?? TimeSpan.FromSeconds(4)), retry.Reason, CancellationToken.None),
                WorkResult.Wait wait => await queue.ReturnAsync(lease with { Payload = wait.Payload ?? lease.Payload }, Clock.GetUtcNow() + wait.For, wait.Reason, CancellationToken.None),
                _ => false,
            });
        }

        return leases.Count;
    }

    /// <summary>A database of these interceptors dies at a commit.</summary>
    public sealed class KillAtCommit(int commits) : DbTransactionInterceptor
    {
        private int _left = commits;

        public bool HasKilled => _left <= 0;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref _left) <= 0 ? throw new InvalidOperationException("Killed.") : ValueTask.FromResult(result);
    }

    public async Task ChangeAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static async Task<WorkResult> TriedAsync(WorkLease lease, Func<WorkLease, CancellationToken, Task<WorkResult>> work) => await work(lease, CancellationToken.None);

    /// <summary>What cannot be stored is tried again, and given up as the runner does it: with nothing but a word in the queue.</summary>
    private async Task<bool> StoredAsync(WorkQueue queue, WorkLease lease, WorkResult.Ended ended)
    {
        try
        {
            return await queue.CompleteAsync(lease, ended.State, ended.Reason, ended.Store, CancellationToken.None);
        }
        catch (DbException fault) when (lease.Attempts < 3)
        {
            return await queue.RetryAsync(lease, Clock.GetUtcNow().AddSeconds(4), fault.Message, CancellationToken.None);
        }
        catch (DbException fault)
        {
            return await queue.CompleteAsync(lease, WorkState.Failed, fault.Message, null, CancellationToken.None);
        }
    }
}
