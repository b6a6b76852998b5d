using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Insights.WinProbability;

namespace MnM.Collector.Insights;

/// <summary>Registers the insights.</summary>
internal static class InsightServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddSingleton(new Feed<InsightsUnderWay>(InsightsUnderWay.None));
        services.AddFeatures();
        services.AddWinProbability();
        services.AddStories();
        services.AddLanguage();
        return services;
    }
}
