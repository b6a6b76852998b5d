using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.History.Time;

/// <summary>Registers the time analysis.</summary>
internal static class TimeServices
{
    public static IServiceCollection AddTimeAnalysis(this IServiceCollection services)
    {
        services.AddSingleton<PlayedGamesQuery>();
        return services;
    }
}
