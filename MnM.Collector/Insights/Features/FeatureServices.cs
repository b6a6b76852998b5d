using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Insights.Features;

/// <summary>Registers what reads timelines.</summary>
internal static class FeatureServices
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<FeatureStore>();
        services.AddSingleton<FeatureLoop>();
        services.AddSingleton<TimelineOrders>();
        services.AddSingleton<TimelineOrderLoop>();
        services.AddSingleton<InsightTimelineRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<InsightTimelineRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<TimelineOrderLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<FeatureLoop>());
        return services;
    }
}
