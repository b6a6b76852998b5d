using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>Registers the players.</summary>
internal static class PlayerServices
{
    public static IServiceCollection AddPlayers(this IServiceCollection services)
    {
        services.AddSingleton<PlayerStore>();
        services.AddSingleton<PlayerQueries>();
        services.AddSingleton<PlayerSearch>();
        services.AddSingleton<PlayerFetcher>();
        services.AddSingleton(provider => new PlayerFinder(
            provider.GetRequiredService<PlayerFetcher>(),
            provider.GetRequiredService<PlayerStore>(),
            provider.GetRequiredService<PlayerQueries>(),
            provider.GetRequiredService<AccountApi>(),
            provider.GetRequiredService<IOptions<RiotOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PlayerRefresh(
            provider.GetRequiredService<PlayerFetcher>(), provider.GetRequiredService<PlayerFinder>(), provider.GetRequiredService<PlayerQueries>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ProductWatch>();
        return services;
    }
}
