using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches.Played;
using MnM.Collector.Matches.Pool;

namespace MnM.Collector.Matches;

/// <summary>Registers the matches.</summary>
internal static class MatchServices
{
    public static IServiceCollection AddMatches(this IServiceCollection services)
    {
        services.AddSingleton<MatchStore>();
        services.AddSingleton<MatchQueries>();
        services.AddSingleton<SharedMatches>();
        services.AddSingleton<PlayedGamesQuery>();
        services.AddSingleton<RecentMatches>();
        services.AddSingleton<TftMatchStore>();
        services.AddSingleton<MatchFetcher>();
        return services;
    }
}
