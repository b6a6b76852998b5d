using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;

namespace MnM.Collector.Insights.WinProbability;

/// <summary>Registers the model of win chances.</summary>
internal static class WinProbabilityServices
{
    public static IServiceCollection AddWinProbability(this IServiceCollection services)
    {
        services.AddSingleton<ModelStore>();
        services.AddSingleton(provider => new WinModels(
            provider.GetRequiredService<ModelStore>(), provider.GetRequiredService<FeatureStore>(), provider.GetRequiredService<WorkQueries>()));
        services.AddSingleton<ModelLoop>();
        services.AddSingleton<ModelRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ModelRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<ModelLoop>());
        return services;
    }
}
