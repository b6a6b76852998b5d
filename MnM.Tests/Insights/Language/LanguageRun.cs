using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.Insights.Words;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Simulator.Chat;
using MnM.Simulator.Network;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Insights.Language;

/// <summary>MnM as it is registered, with a simulated language model, a real database and a clock that is turned by hand.</summary>
internal sealed class LanguageRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly List<InsightProgress> _told = [];

    private LanguageRun(ChatOptions chat, Action<LanguageOptions>? configure)
    {
        var network = new InProcessNetwork();
        Server = ChatServer.InProcess(network, chat, Clock);
        var options = new LanguageOptions { Endpoint = new Uri(Server.Endpoint + "/"), Model = ChatOptions.Model };
        configure?.Invoke(options);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(Options.Create(new StorageOptions { DataDirectory = _folder.Path }));
        services.AddSingleton(Options.Create(new StaticDataOptions()));
        services.AddSingleton(Options.Create(new RiotOptions()));
        services.AddSingleton(Options.Create(options));
        services.AddSingleton<IRiotKeyStore>(new KeysInMemory());
        services.AddCollector();
        services.AddHttpClient(ChatClient.Client).ConfigurePrimaryHttpMessageHandler(network.CreateHandler).AddHttpMessageHandler(() => Reading);
        _services = services.BuildServiceProvider();
    }

    public SimulatorClock Clock { get; } = new();

    /// <summary>Whether MnM has read all that was sent.</summary>
    public ReadingHandler Reading { get; } = new();

    public ChatServer Server { get; }

    public LanguageDesk Desk => Get<LanguageDesk>();

    /// <summary>What the page would have heard.</summary>
    public IReadOnlyList<InsightProgress> Told
    {
        get { lock (_told) { return [.. _told]; } }
    }

    /// <summary>With the owner's agreement, and these faults one after the other.</summary>
    public static Task<LanguageRun> StartAsync(params ChatFault?[] faults) => StartAsync(new ChatOptions { Faults = [.. faults] });

    public static async Task<LanguageRun> StartAsync(ChatOptions chat, Action<LanguageOptions>? configure = null)
    {
        var run = new LanguageRun(chat, configure);
        await run.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await run.Desk.AgreeAsync(isAgreed: true, CancellationToken.None);
        return run;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<InsightWords> WriteAsync() => WriteAsync(Reports.Lost, Reports.Own);

    public Task<InsightWords> WriteAsync(InsightReport report, InsightWords own, CancellationToken cancellationToken = default) => Get<LanguageWriter>()
        .WriteAsync(Reports.Subject, report, own, Hear, cancellationToken).WaitAsync(Patience, cancellationToken);

    /// <summary>Waits until the next timer is due in that time: somebody waits for it then. The clock stands.</summary>
    public async Task UntilDueAsync(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Clock.NextDue != time)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Waits until MnM has taken in all that the model has said so far, and listens for more, or is over.</summary>
    public async Task UntilHeardAsync(Task over)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Reading.Waiting != Server.Dialogue.Sent && !over.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task<List<ModelCall>> CallsAsync()
    {
        await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<ModelCall>().AsNoTracking().OrderBy(call => call.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    private void Hear(InsightProgress progress)
    {
        lock (_told)
        {
            _told.Add(progress);
        }
    }
}
