using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.StaticData;

/// <summary>Registration of static data.</summary>
public static class StaticDataServices
{
    /// <summary>Catalog and pictures. Wants <see cref="StaticDataOptions"/> and <see cref="StorageOptions"/>.</summary>
    public static IServiceCollection AddStaticData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddTransient<RetryHandler>();
        services.AddHttpClient<DataDragonClient>((provider, http) =>
            {
                // Paths are relative to it: without the slash its last part would be replaced.
                http.BaseAddress = new($"{provider.GetRequiredService<IOptions<StaticDataOptions>>().Value.BaseUrl.AbsoluteUri.TrimEnd('/')}/");
                // The handler ends each attempt after ten seconds.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            // Held by singletons, so the connections are renewed here and not by the factory.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<RetryHandler>()
            .RemoveAllLoggers();
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
        services.AddHostedService<StaticDataService>();
        return services;
    }
}
