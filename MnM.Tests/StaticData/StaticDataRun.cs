using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.StaticData;

/// <summary>One start of the program, as far as static data goes, on a folder that outlives it.</summary>
internal sealed class StaticDataRun : IDisposable
{
    private readonly ServiceProvider _services;

    public StaticDataRun(TemporaryFolder folder, FakeDataDragon dragon, HastyClock? clock = null)
    {
        Clock = clock ?? new();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        Register(services, folder, dragon);
        services.AddLogging(logging => logging.AddProvider(Logged));
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public HastyClock Clock { get; }

    public LogLines Logged { get; } = new();

    public StaticDataStore Store => _services.GetRequiredService<StaticDataStore>();

    public TftStore Tft => _services.GetRequiredService<TftStore>();

    public GameConstantsStore Constants => _services.GetRequiredService<GameConstantsStore>();

    public PictureStore Pictures => _services.GetRequiredService<PictureStore>();

    public SmallPictureStore SmallPictures => _services.GetRequiredService<SmallPictureStore>();

    /// <summary>The program's own registration with the network replaced.</summary>
    public static void Register(IServiceCollection services, TemporaryFolder folder, FakeDataDragon dragon)
    {
        services.Configure<StorageOptions>(options => options.DataDirectory = folder.Path);
        services.AddStorage().AddStaticData();
        services.AddHttpClient(nameof(DataDragonClient)).ConfigurePrimaryHttpMessageHandler(() => dragon);
        services.AddHttpClient(nameof(GameConstantsClient)).ConfigurePrimaryHttpMessageHandler(() => dragon);
    }

    /// <summary>Starts the service as a host does that does not listen yet.</summary>
    public async Task StartWithoutLoopsAsync()
    {
        using var service = ActivatorUtilities.CreateInstance<StaticDataService>(_services);
        await service.StartingAsync(CancellationToken.None);
        await service.StartAsync(CancellationToken.None);
    }

    /// <summary>One tick of the service.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        using var service = ActivatorUtilities.CreateInstance<StaticDataService>(_services);
        await service.TickAsync(cancellationToken);
    }

    public Task LookAsync() => Store.LookAsync(CancellationToken.None);

    public async Task<string?> FindAsync(PictureKind kind, string key) => await Pictures.FindAsync(kind, key, CancellationToken.None);

    public void Dispose() => _services.Dispose();
}
