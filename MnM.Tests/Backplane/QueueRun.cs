using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Backplane;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Backplane;

/// <summary>A database with a queue, and a table in which results are stored as often as they are stored.</summary>
internal sealed class QueueRun : IDbContextFactory<MnmDbContext>, IDisposable
{
    public const string Kind = "match";
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();
    private readonly DbContextOptions<MnmDbContext> _options;
    private readonly List<WorkQueue> _queues = [];

    public QueueRun()
    {
        _options = (DbContextOptions<MnmDbContext>)new DbContextOptionsBuilder<MnmDbContext>().UseMnmSqlite(File).Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
        db.Database.ExecuteSql($"CREATE TABLE effects (item INTEGER NOT NULL, key TEXT NOT NULL)");
        Queue = Open();
        Upkeep = new WorkUpkeep(this, Clock, NullLogger<WorkUpkeep>.Instance);
    }

    public string File => _folder.File("mnm.db");

    public SimulatorClock Clock { get; } = new();

    public WorkQueue Queue { get; }

    public WorkUpkeep Upkeep { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public MnmDbContext CreateDbContext() => new(_options);

    /// <summary>The queue as another process on the same database has it.</summary>
    public WorkQueue Open()
    {
        var queue = new WorkQueue(this, Clock);
        _queues.Add(queue);
        return queue;
    }

    public Task EnqueueAsync(params NewWork[] work) => Queue.EnqueueAsync(work, CancellationToken.None);

    public async Task<WorkLease[]> ClaimAsync(int most = 100, WorkQueue? by = null) =>
        [.. await (by ?? Queue).ClaimAsync(Kind, "worker", most, Lease, CancellationToken.None)];

    public Task<bool> CompleteAsync(WorkLease lease, WorkQueue? by = null) =>
        (by ?? Queue).CompleteAsync(lease, WorkState.Done, null, (db, _) => StoreEffectAsync(db, lease), CancellationToken.None);

    public static Task StoreEffectAsync(MnmDbContext db, WorkLease lease) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO effects (item, key) VALUES ({lease.Id}, {lease.Key})");

    public async Task<WorkItem[]> ItemsAsync()
    {
        await using var db = CreateDbContext();
        return await db.WorkItems.AsNoTracking().OrderBy(item => item.Id).ToArrayAsync();
    }

    public async Task<WorkItem> ItemAsync() => Assert.Single(await ItemsAsync());

    public async Task<long[]> EffectsAsync()
    {
        await using var db = CreateDbContext();
        return await db.Database.SqlQuery<long>($"SELECT item AS Value FROM effects ORDER BY item").ToArrayAsync();
    }

    public async Task<string[]> EffectKeysAsync()
    {
        await using var db = CreateDbContext();
        return await db.Database.SqlQuery<string>($"SELECT DISTINCT key AS Value FROM effects").ToArrayAsync();
    }

    public static NewWork Work(string key, Lane lane = Lane.Crawl) => new(Kind, key, lane);

    public void Dispose()
    {
        _queues.ForEach(queue => queue.Dispose());
        Upkeep.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
