using System.Net.Security;
using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Live.Lcu;

/// <summary>Registers the connection to the League client.</summary>
internal static class LcuServices
{
    /// <summary>Name of the HTTP client, of requests and socket alike.</summary>
    public const string Http = "league-client";

    public static IServiceCollection AddLcu(this IServiceCollection services)
    {
        services.AddHttpClient(Http)
            .ConfigurePrimaryHttpMessageHandler(provider => TwoConnections(provider.GetRequiredService<GameCertificate>()))
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<ClientProcesses>();
        services.AddSingleton<ClientFinder>();
        services.AddSingleton<LeagueFolder>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LcuClient>(provider, Invoker(provider)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LcuConnector>(provider, Invoker(provider)));
        return services;
    }

    private static HttpMessageInvoker Invoker(IServiceProvider provider) =>
        new(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(Http), disposeHandler: false);

    /// <summary>The client is a game's, not a server: one connection for the socket and one for requests, kept.</summary>
    private static SocketsHttpHandler TwoConnections(GameCertificate certificate) => new()
    {
        MaxConnectionsPerServer = 2,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        ConnectTimeout = LcuClient.Timeout - TimeSpan.FromMilliseconds(500),
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, leaf, _, errors) => certificate.AcceptClient(leaf, errors),
        },
    };
}
