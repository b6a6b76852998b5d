using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Scouting;

/// <summary>Registers scouting.</summary>
internal static class ScoutingServices
{
    public static IServiceCollection AddScouting(this IServiceCollection services)
    {
        services.AddSingleton(new Feed<ScoutingState>(ScoutingState.None));
        services.AddSingleton<FormLibrary>();
        services.AddSingleton<ScoutSources>();
        services.AddSingleton<LoadingGame>();
        services.AddSingleton<ScoutPace>();
        services.AddSingleton<PlatformFinder>();
        services.AddSingleton<ScoutingService>();
        services.AddHostedService(provider => provider.GetRequiredService<ScoutingService>());
        return services;
    }
}
