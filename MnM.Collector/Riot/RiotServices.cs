using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.Pipeline;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Collector.Riot;

/// <summary>Registration of Riot's API.</summary>
public static class RiotServices
{
    /// <summary>One class per API family, and all that stands between them and Riot. Wants <see cref="RiotOptions"/> and an <see cref="IRiotKeyStore"/>.</summary>
    public static IServiceCollection AddRiot(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RiotKeys>();
        services.AddSingleton<KeyHealth>();
        services.AddSingleton<LaneReserves>();
        services.AddSingleton<RateStore>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<SteadyPace>();
        services.AddSingleton<RequestStatistics>();
        services.AddSingleton<RouteAnswers>();
        services.AddSingleton(provider => new RiotUsageQueries(
            provider.GetRequiredService<RateLimiter>(), provider.GetRequiredService<KeyHealth>(), provider.GetRequiredService<RequestStatistics>()));
        services.AddSingleton(provider => new KeyEntry(
            provider.GetRequiredService<RiotClient>(), provider.GetRequiredService<RiotKeys>(), provider.GetRequiredService<KeyHealth>(), provider.GetRequiredService<TimeProvider>()));

        services.AddTransient<RiotHandler>();
        services.AddHttpClient<RiotClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            // Held by singletons, so the connections are renewed here and not by the factory.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AutomaticDecompression = System.Net.DecompressionMethods.GZip,
                // The key must not follow to another host.
                AllowAutoRedirect = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<RiotHandler>()
            // They would write addresses, and with them people's names, into the log.
            .RemoveAllLoggers();

        services.AddSingleton<AccountApi>();
        services.AddSingleton<SummonerApi>();
        services.AddSingleton<LeagueApi>();
        services.AddSingleton<MasteryApi>();
        services.AddSingleton<MatchApi>();
        services.AddSingleton<SpectatorApi>();
        services.AddSingleton<StatusApi>();
        services.AddSingleton<TftApi>();
        return services;
    }
}
