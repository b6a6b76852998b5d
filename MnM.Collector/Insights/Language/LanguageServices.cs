using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.StaticData;

namespace MnM.Collector.Insights.Language;

/// <summary>Registers the language model.</summary>
internal static class LanguageServices
{
    public static IServiceCollection AddLanguage(this IServiceCollection services)
    {
        services.AddSingleton<LanguageStore>();
        services.AddSingleton<MatchLookUps>();
        services.AddSingleton<GameLookUps>();
        services.AddSingleton<LanguageTools>();
        services.AddSingleton<ChatClient>();
        services.AddSingleton<LanguageWriter>();
        services.AddSingleton(provider => new LanguageDesk(
            provider.GetRequiredService<LanguageStore>(), provider.GetRequiredService<StaticDataStore>(), provider.GetRequiredService<IOptions<LanguageOptions>>()));
        services.AddHostedService<LanguageNotice>();
        services.AddHttpClient(ChatClient.Client, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),

                // Reports and the key go to the address that was set and to no other.
                AllowAutoRedirect = false,
                UseCookies = false,

                // A proxy of the environment would carry what is said to this machine to another one.
                UseProxy = provider.GetRequiredService<IOptions<LanguageOptions>>().Value.Endpoint?.IsLoopback != true,
            })

            // They would write addresses into the log.
            .RemoveAllLoggers();
        return services;
    }
}
