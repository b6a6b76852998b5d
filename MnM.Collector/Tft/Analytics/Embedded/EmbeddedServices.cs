using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>Registers the store that MnM brings along.</summary>
internal static class EmbeddedServices
{
    public static IServiceCollection AddEmbedded(this IServiceCollection services) => services
        .AddSingleton<AnalyticsFile>()
        .AddSingleton<EmbeddedAnalytics>();
}
