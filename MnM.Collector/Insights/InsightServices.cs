using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Insights.Language;

namespace MnM.Collector.Insights;

/// <summary>Registers the insights.</summary>
internal static class InsightServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddSingleton(new Feed<InsightsUnderWay>(InsightsUnderWay.None));
        services.AddSingleton<InsightDesk>();
        services.AddLanguage();
        return services;
    }
}
