using System.Net.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Recording;
using MnM.Collector.Live.Recording.Files;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Players.Erasing;

namespace MnM.Collector.Live;

/// <summary>Registers the live slice.</summary>
internal static class LiveServices
{
    /// <summary>Name of the HTTP client of the game's own port.</summary>
    public const string GameClient = "game";

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new Feed<LiveState>(LiveState.Starting));
        services.AddSingleton<IPersonTraces, GameTraces>();
        services.AddSingleton<AnswerLog>();
        services.AddSingleton<GameCertificate>();
        services.AddSingleton<GameRecorder>();
        services.AddSingleton<GameReplay>();
        services.AddSingleton<GameFolder>();
        services.AddSingleton<RecordingLoop>();
        services.AddSingleton<RecordingStore>();
        services.AddSingleton<GameFileWriter>();
        services.AddSingleton<GameFileImport>();
        services.AddSingleton<GameQueries>();
        services.AddSingleton<GameListQuery>();
        services.AddSingleton<LiveStore>();
        services.AddSingleton<GameSuccession>();
        services.AddSingleton<LiveStatistics>();
        services.AddSingleton<LivePoller>();
        services.AddSingleton<PostGame>();
        services.AddSingleton<GameMatchStore>();
        services.AddSingleton<GameMatchLoop>();
        services.AddSingleton<MatchRunner>();
        services.AddSingleton<TimelineRunner>();
        services.AddSingleton(provider => new GameOutcomeQueries(
            provider.GetRequiredService<PostGame>(), provider.GetRequiredService<MatchQueries>(), provider.GetRequiredService<WorkQueries>()));
        services.AddLcu();
        services.AddHttpClient(GameCertificate.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddHttpClient(GameClient)
            .ConfigureHttpClient((provider, client) =>
            {
                client.BaseAddress = provider.GetRequiredService<IOptions<LiveOptions>>().Value.Url;
                client.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => OneConnection(provider.GetRequiredService<GameCertificate>()))
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton(provider => new LiveClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(GameClient), provider.GetRequiredService<AnswerLog>(), provider.GetRequiredService<TimeProvider>()));

        // Stopped in the reverse order: the poller first, so that the recorder still stores what it left.
        services.AddHostedService(provider => provider.GetRequiredService<GameRecorder>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveStatistics>());
        services.AddHostedService(provider => provider.GetRequiredService<RecordingLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<LivePoller>());
        services.AddHostedService(provider => provider.GetRequiredService<LcuConnector>());
        services.AddHostedService<ClientLane>();
        services.AddHostedService(provider => provider.GetRequiredService<MatchRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<TimelineRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<GameMatchLoop>());
        return services;
    }

    private static SocketsHttpHandler OneConnection(GameCertificate certificate) => new()
    {
        MaxConnectionsPerServer = 1,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ConnectTimeout = LiveClient.Timeout - TimeSpan.FromMilliseconds(500),
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, leaf, _, errors) => certificate.Accept(leaf, errors),
        },
    };
}
