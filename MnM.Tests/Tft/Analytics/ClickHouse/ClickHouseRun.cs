using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Requests;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.ClickHouse;
using MnM.Simulator.RiotApi.Limits;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>MnM's database, and a database of a real ClickHouse server; MnM starts on them as often as a test wants.</summary>
internal sealed class ClickHouseRun(Uri address) : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SocketsHttpHandler _wire = new();
    private readonly List<WholeCollector> _collectors = [];

    /// <summary>What happens between MnM and the server.</summary>
    public FaultyWire Faults { get; } = new();

    public WholeLog Log { get; } = new();

    public Uri Address { get; set; } = address;

    public static async Task<ClickHouseRun> CreateAsync(ClickHouseServer server) => new(await server.AddDatabaseAsync(CancellationToken.None));

    /// <summary>A start of MnM; one before it has been killed.</summary>
    public async Task<WholeCollector> StartAsync()
    {
        var collector = new WholeCollector(_folder.Path, KnownKeys.League, "http://127.0.0.1:1/{route}", _wire, TimeProvider.System, services =>
        {
            services.AddLogging(logging => logging.AddProvider(Log));
            services.Configure<AnalyticsOptions>(options => options.ClickHouse = Address);
            services.AddHttpClient(ClickHouseClient.Client).AddHttpMessageHandler(Faults.Handler);
        });
        _collectors.Add(collector);
        await collector.MigrateAsync(CancellationToken.None);
        return collector;
    }

    /// <summary>The same, and the store in it.</summary>
    public async Task<ITftAnalytics> OpenAsync() => (await StartAsync()).Get<ITftAnalytics>();

    public async ValueTask DisposeAsync()
    {
        foreach (var collector in _collectors)
        {
            await collector.DisposeAsync();
        }

        _wire.Dispose();
        _folder.Dispose();
    }
}
