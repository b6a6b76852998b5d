using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;

namespace MnM.Benchmarks.Requests;

/// <summary>MnM's client of Riot's API with its limiter, as one process has it, on a database that others may share.</summary>
internal sealed class Asker : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="folder">Holds the database.</param>
    /// <param name="options">Key and address.</param>
    /// <param name="wire">What requests go out through.</param>
    /// <param name="time">The clock.</param>
    public Asker(string folder, RiotOptions options, HttpMessageHandler wire, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(Options.Create(new StorageOptions { DataDirectory = folder }));
        services.AddSingleton<IRiotKeyStore, NoKeys>();
        services.AddStorage().AddRiot();
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => wire);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Asks as a program of its own, in real time; how many of its requests were answered.</summary>
    public static async Task<int> RunAsync(Command.Ask asked, CancellationToken cancellationToken)
    {
        using var wire = new SocketsHttpHandler();
        await using var asker = new Asker(asked.Folder, new RiotOptions { ApiKey = asked.Key, BaseUrl = asked.Address }, wire, TimeProvider.System);
        var answers = await Task.WhenAll(Enumerable.Range(0, asked.Requests).Select(_ => asker.AskAsync(Lane.Requested, cancellationToken)));
        return answers.Count(isAnswered => isAnswered);
    }

    /// <summary>How many requests wait for their turn.</summary>
    public int Waiting => _services.GetRequiredService<RateLimiter>().Waiting;

    public LaneReserves Reserves => _services.GetRequiredService<LaneReserves>();

    public Task MigrateAsync(CancellationToken cancellationToken) => _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);

    /// <summary>Asks for a platform's status, which anybody may; answers whether it was told.</summary>
    public async Task<bool> AskAsync(Lane lane, CancellationToken cancellationToken) =>
        await _services.GetRequiredService<StatusApi>().FindAsync("euw1", lane, cancellationToken) is RiotAnswer<PlatformStatus>.Fetched;

    /// <summary>What a request passes on its way out.</summary>
    public HttpMessageInvoker Pipeline() => new(_services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(nameof(RiotClient)), disposeHandler: false);

    /// <summary>What is on its way is never heard of again, as after a kill: nothing is stored any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
