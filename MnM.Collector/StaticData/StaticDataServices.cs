using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.StaticData;

/// <summary>Registration of static data.</summary>
public static class StaticDataServices
{
    /// <summary>Catalog, pictures, queues and maps. Wants <see cref="StaticDataOptions"/>, <see cref="StorageOptions"/> and the database.</summary>
    public static IServiceCollection AddStaticData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTransient<RetryHandler>();
        AddClient<DataDragonClient>(services, options => options.BaseUrl);
        AddClient<GameConstantsClient>(services, options => options.ConstantsUrl);
        services.AddSingleton<StaticDataFolder>();
        services.AddSingleton(provider => new StaticDataStore(
            provider.GetRequiredService<StaticDataFolder>(),
            provider.GetRequiredService<DataDragonClient>(),
            provider.GetRequiredService<ILogger<StaticDataStore>>()));
        services.AddSingleton(provider => new PictureStore(
            provider.GetRequiredService<StaticDataStore>(),
            provider.GetRequiredService<DataDragonClient>(),
            provider.GetRequiredService<IOptions<StorageOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PictureStore>>()));
        services.AddSingleton(provider => new SmallPictureStore(
            provider.GetRequiredService<PictureStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SmallPictureStore>>()));
        services.AddSingleton<TftStore>();
        services.AddSingleton<GameConstantsStore>();
        services.AddSingleton<ChampionTable>();
        services.AddHostedService<StaticDataService>();
        services.AddHostedService<GameConstantsService>();
        return services;
    }

    private static void AddClient<T>(IServiceCollection services, Func<StaticDataOptions, Uri> address)
        where T : class => services
        .AddHttpClient<T>((provider, http) =>
        {
            // Paths are relative to it: without the slash its last part would be replaced.
            http.BaseAddress = new($"{address(provider.GetRequiredService<IOptions<StaticDataOptions>>().Value).AbsoluteUri.TrimEnd('/')}/");
            // The handler ends each attempt after ten seconds.
            http.Timeout = Timeout.InfiniteTimeSpan;
        })
        // Held by singletons, so the connections are renewed here and not by the factory.
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .AddHttpMessageHandler<RetryHandler>()
        .RemoveAllLoggers();
}
