using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Benchmarks.Requests;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Rows;
using MnM.Simulator;
using MnM.Simulator.RiotApi.Limits;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Rows;

/// <summary>The whole collector on a database with raw matches, with nothing running.</summary>
internal sealed class RowWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RowWorld() => Collector = new WholeCollector(
        _folder.Path, KnownKeys.Tactics, "http://127.0.0.1:1/{route}", new StubRiot(_ => null), Clock, services => services.AddLogging(logging => logging.AddProvider(Log)));

    public SimulatorClock Clock { get; } = new();

    public WholeLog Log { get; } = new();

    public WholeCollector Collector { get; }

    public ITftAnalytics Analytics => Collector.Get<ITftAnalytics>();

    public NameBook Names => Collector.Get<NameBook>();

    public static async Task<RowWorld> StartAsync()
    {
        var world = new RowWorld();
        await world.Collector.MigrateAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Has the loop tick once.</summary>
    public Task TickAsync() => Collector.Hosted(typeof(DeriveLoop)).OfType<DeriveLoop>().Single().TickAsync(CancellationToken.None);

    /// <summary>Stores raw matches, whatever their JSON is.</summary>
    public async Task StoreAsync(params IEnumerable<(string Id, string Json)> matches)
    {
        await using var db = await OpenAsync();
        foreach (var (id, json) in matches)
        {
            db.Add(new TftMatch { Id = id, Platform = "euw1", FetchedAt = Clock.GetUtcNow() });
            db.Add(new TftMatchPayload { Id = id, Payload = Packing.Pack(Encoding.UTF8.GetBytes(json)) });
        }

        await db.SaveChangesAsync();
    }

    public Task StoreAsync(string id, JsonObject json) => StoreAsync((id, json.ToJsonString()));

    public Task<MnmDbContext> OpenAsync() => Collector.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

    /// <summary>Runs SQL on a file: mnm.db or tft.db.</summary>
    public void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File(file)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Writes nonsense over all pages of a file but the first.</summary>
    public async Task DamageAsync(string file)
    {
        Run(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        await using var stream = File.Open(_folder.File(file), FileMode.Open);
        stream.Position = 4096;
        await stream.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)(stream.Length - stream.Position)).ToArray());
    }

    /// <summary>How many matches have their rows in the present contents of the store, and how many have not.</summary>
    public async Task<(int Handled, int Pending)> CountAsync()
    {
        var generation = await Analytics.OpenAsync(CancellationToken.None);
        await using var db = await OpenAsync();
        var all = await db.TftMatches.AsNoTracking().ToListAsync();
        return (all.Count(match => match.RowsIn == generation), all.Count(match => match.RowsIn != generation));
    }

    /// <summary>How often each group came in at each place, by the names of its unit or item.</summary>
    public async Task<Dictionary<string, string>> PlacesAsync(TftSubject subject)
    {
        var sums = await Analytics.CountAsync(new TftQuery { Subject = subject }, CancellationToken.None);
        var names = await Names.NamesByCodeAsync(subject == TftSubject.Items ? NameKind.Item : NameKind.Unit, CancellationToken.None);
        return sums.Groups.ToDictionary(group => names[subject == TftSubject.Items ? group.Key.Items[0] : group.Key.Unit], group => string.Join(' ', group.Value.Sums.Places));
    }

    public async ValueTask DisposeAsync()
    {
        await Collector.DisposeAsync();
        _folder.Dispose();
    }
}
