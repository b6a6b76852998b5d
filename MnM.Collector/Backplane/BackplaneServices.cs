using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Backplane;

/// <summary>Registers the work queue.</summary>
internal static class BackplaneServices
{
    public static IServiceCollection AddBackplane(this IServiceCollection services)
    {
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<WorkQueries>();

        // Several processes that fail together must not come back together.
        services.AddSingleton(new Backoff(new Random(Environment.ProcessId)));
        services.AddHostedService<WorkUpkeep>();
        return services;
    }
}
