using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Insights.Stories;

namespace MnM.Collector.Insights;

/// <summary>Registers the insights.</summary>
internal static class InsightServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services) => services
        .AddStories()
        .AddSingleton<WinProbability.WinModels>()
        .AddSingleton<Language.LanguageWriter>();
}
