using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Tft.Analytics.Embedded;

namespace MnM.Collector.Tft.Analytics.ClickHouse;

/// <summary>Registers ClickHouse, which takes the place of the embedded store where it is set up.</summary>
internal static class ClickHouseServices
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddClickHouse(this IServiceCollection services)
    {
        services.AddSingleton<ClickHouseClient>();
        services.AddSingleton<BatchBook>();
        services.AddSingleton<ClickHouseAnalytics>();
        services.AddSingleton<ITftAnalytics>(provider => provider.GetRequiredService<IOptions<AnalyticsOptions>>().Value.ClickHouse is null
            ? provider.GetRequiredService<EmbeddedAnalytics>()
            : provider.GetRequiredService<ClickHouseAnalytics>());
        services.AddHostedService<ClickHouseWatch>();
        services.AddHttpClient(ClickHouseClient.Client, http => http.Timeout = LongestAnswer)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.GZip,
                ConnectTimeout = TimeSpan.FromSeconds(5),

                // ClickHouse closes connections that are silent for 10 seconds and, before its version 20, for 3.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,

                // A proxy of the environment would lead away from this machine.
                UseProxy = provider.GetRequiredService<IOptions<AnalyticsOptions>>().Value.ClickHouse?.IsLoopback != true,
            })

            // They would write addresses into the log.
            .RemoveAllLoggers();
        return services;
    }
}
