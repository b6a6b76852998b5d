using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.Matches.Played;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Registers the matches.</summary>
internal static class MatchServices
{
    public static IServiceCollection AddMatches(this IServiceCollection services)
    {
        services.AddSingleton<IPersonTraces, MatchTraces>();
        services.AddSingleton<IPersonTraces, TftMatchTraces>();
        services.AddSingleton<MatchStore>();
        services.AddSingleton<MatchQueries>();
        services.AddSingleton<ChampionQueries>();
        services.AddSingleton<SharedMatches>();
        services.AddSingleton<PlayedGamesQuery>();
        services.AddSingleton<RecentMatches>();
        services.AddSingleton<TftMatchStore>();
        services.AddSingleton<MatchFetcher>();
        services.AddSingleton(provider => new MatchLibrary(
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(),
            provider.GetRequiredService<MatchApi>(),
            provider.GetRequiredService<MatchFetcher>(),
            provider.GetRequiredService<MatchStore>(),
            provider.GetRequiredService<MatchQueries>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MatchListQuery>();
        services.AddSingleton<MatchPayloads>();
        services.AddSingleton(provider => new FirstMatches(
            provider.GetRequiredService<PlayerFinder>(), provider.GetRequiredService<MatchLibrary>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
