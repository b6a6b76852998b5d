using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Matches;

/// <summary>Registers the matches.</summary>
internal static class MatchServices
{
    public static IServiceCollection AddMatches(this IServiceCollection services)
    {
        services.AddSingleton<MatchStore>();
        services.AddSingleton<MatchQueries>();
        services.AddSingleton<SharedMatches>();
        services.AddSingleton<TftMatchStore>();
        services.AddSingleton<MatchFetcher>();
        return services;
    }
}
