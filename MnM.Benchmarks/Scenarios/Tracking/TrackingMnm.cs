using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Benchmarks.Requests;
using MnM.Collector;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>MnM's whole collector on a database, of which only tracking is set going.</summary>
internal sealed class TrackingMnm : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="folder">Holds the database.</param>
    /// <param name="key">The key it has.</param>
    /// <param name="baseUrl">Riot's address.</param>
    /// <param name="wire">What requests go out through.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tracking">Sets what is not as usual.</param>
    public TrackingMnm(string folder, RiotKey key, string baseUrl, HttpMessageHandler wire, TimeProvider time, Action<TrackingOptions>? tracking = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(time).AddCollector();
        services.Configure<StorageOptions>(storage => storage.DataDirectory = folder);
        services.Configure<RiotOptions>(riot => (riot.ApiKey, riot.BaseUrl) = (key.Value, baseUrl));
        services.Configure(tracking ?? (_ => { }));
        services.AddSingleton<IRiotKeyStore, NoKeys>();
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => wire);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The loops of tracking.</summary>
    public IEnumerable<PollingService> Loops => _services.GetServices<IHostedService>().OfType<PollingService>().Where(loop => loop.GetType().FullName!.StartsWith($"{typeof(TrackingStore).Namespace}.", StringComparison.Ordinal));

    public Task MigrateAsync(CancellationToken cancellationToken) => _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);

    /// <summary>Has somebody tracked.</summary>
    /// <exception cref="InvalidOperationException">MnM does not find them.</exception>
    public async Task AddAsync(string riotId, CancellationToken cancellationToken)
    {
        var answer = await _services.GetRequiredService<TrackingStore>().AddAsync(riotId, cancellationToken: cancellationToken);
        if (answer is not AddedPlayer.Added)
        {
            throw new InvalidOperationException($"{riotId} was not added: {answer.Sentence}");
        }
    }

    /// <summary>What is stored.</summary>
    public Task<StoredWeek> ReadAsync() => StoredWeek.ReadAsync(_services.GetRequiredService<IDbContextFactory<MnmDbContext>>());

    /// <summary>Ends as by a kill: nobody stops anything first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
