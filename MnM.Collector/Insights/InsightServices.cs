using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Insights;

/// <summary>Registers the insights.</summary>
internal static class InsightServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddSingleton(new Feed<InsightsUnderWay>(InsightsUnderWay.None));
        services.AddSingleton<InsightDesk>();
        return services;
    }
}
