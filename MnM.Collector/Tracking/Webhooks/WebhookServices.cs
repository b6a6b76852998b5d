using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>Registers webhooks.</summary>
public static class WebhookServices
{
    /// <summary>For the host that sends events out. Wants an <see cref="IWebhookVault"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookMessages>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookPlaces>();
        services.AddSingleton<WebhookDelivery>();
        services.AddSingleton(provider => new WebhookStore(
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(),
            provider.GetRequiredService<EventStore>(),
            provider.GetRequiredService<IWebhookVault>(),
            provider.GetRequiredService<WebhookSender>(),
            provider.GetRequiredService<IOptions<TrackingOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<WebhookDelivery>());

        services.AddHttpClient(WebhookSender.Client, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),

                // Events go to the address that was entered and to no other.
                AllowAutoRedirect = false,
                UseCookies = false,
            })

            // They would write addresses, which may end in passwords, into the log.
            .RemoveAllLoggers();
        return services;
    }
}
