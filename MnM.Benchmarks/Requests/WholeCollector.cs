using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MnM.Collector;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Requests;

/// <summary>MnM's whole collector on a database. Nothing of it is set going.</summary>
internal sealed class WholeCollector : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="folder">Holds the database.</param>
    /// <param name="key">The key it has.</param>
    /// <param name="baseUrl">Riot's address.</param>
    /// <param name="wire">What requests go out through.</param>
    /// <param name="time">The clock.</param>
    /// <param name="settings">Sets what is not as usual.</param>
    public WholeCollector(string folder, RiotKey key, string baseUrl, HttpMessageHandler wire, TimeProvider time, Action<IServiceCollection>? settings = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(time).AddCollector();
        services.Configure<StorageOptions>(storage => storage.DataDirectory = folder);
        services.Configure<RiotOptions>(riot => (riot.ApiKey, riot.BaseUrl) = (key.Value, baseUrl));
        services.AddSingleton<IRiotKeyStore, NoKeys>();
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => wire);
        settings?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>What a slice has running, in the order in which it is started.</summary>
    /// <param name="neighbour">A type of the slice's folder.</param>
    public IEnumerable<IHostedService> Hosted(Type neighbour) =>
        _services.GetServices<IHostedService>().Where(service => $"{service.GetType().Namespace}.".StartsWith($"{neighbour.Namespace}.", StringComparison.Ordinal));

    public Task MigrateAsync(CancellationToken cancellationToken) => Get<DatabaseMigrator>().MigrateAsync(cancellationToken);

    /// <summary>Ends as by a kill: nobody stops anything first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
