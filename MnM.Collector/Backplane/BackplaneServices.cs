using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane.Outbox;

namespace MnM.Collector.Backplane;

/// <summary>Registers the work queue.</summary>
internal static class BackplaneServices
{
    public static IServiceCollection AddBackplane(this IServiceCollection services)
    {
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<WorkQueries>();
        services.AddSingleton<EventStore>();
        services.AddSingleton<EventWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<EventWatch>());

        // Several processes that fail together must not come back together.
        services.AddSingleton(new Backoff(new Random(Environment.ProcessId)));
        services.AddHostedService<WorkUpkeep>();
        return services;
    }
}
