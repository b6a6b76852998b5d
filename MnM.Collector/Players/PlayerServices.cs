using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Players;

/// <summary>Registers the players.</summary>
internal static class PlayerServices
{
    public static IServiceCollection AddPlayers(this IServiceCollection services)
    {
        services.AddSingleton<PlayerStore>();
        services.AddSingleton<PlayerQueries>();
        services.AddSingleton<PlayerNames>();
        services.AddSingleton<PlayerFetcher>();
        services.AddHostedService<ProductWatch>();
        return services;
    }
}
