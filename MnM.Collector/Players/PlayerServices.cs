using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Players.Users;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>Registers the players.</summary>
internal static class PlayerServices
{
    public static IServiceCollection AddPlayers(this IServiceCollection services)
    {
        services.AddSingleton<PlayerStore>();
        services.AddSingleton<PlayerQueries>();
        services.AddSingleton<PlayerSearch>();
        services.AddSingleton<PlayerNames>();
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
        services.AddSingleton(provider => new RankedPayloads(
            provider.GetRequiredService<PlayerFinder>(), provider.GetRequiredService<PlayerFetcher>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PersonEraser(
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(), provider.GetRequiredService<PlayerStore>(), provider.GetServices<IPersonTraces>(),
            provider.GetRequiredService<ILogger<PersonEraser>>()));
        services.AddSingleton<UserStore>();
        services.AddSingleton(provider => new UserAccounts(
            provider.GetRequiredService<PlayerFinder>(),
            provider.GetRequiredService<PlayerFetcher>(),
            provider.GetRequiredService<PlayerQueries>(),
            provider.GetRequiredService<UserStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ProductWatch>();
        return services;
    }
}
