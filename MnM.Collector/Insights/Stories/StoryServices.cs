using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Players.Erasing;

namespace MnM.Collector.Insights.Stories;

/// <summary>Registers the stories.</summary>
internal static class StoryServices
{
    public static IServiceCollection AddStories(this IServiceCollection services)
    {
        services.AddSingleton<IPersonTraces, InsightTraces>();
        services.AddSingleton<InsightsBoard>();
        services.AddSingleton<InsightStore>();
        services.AddSingleton<InsightInputs>();
        services.AddSingleton<LastGames>();
        services.AddSingleton<GapFinder>();
        services.AddSingleton<EmbeddingStore>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<OwnGames>();
        services.AddSingleton<ReportMaker>();
        services.AddSingleton<PlayerReportMaker>();
        services.AddSingleton<InsightMaker>();
        services.AddSingleton<InsightRunner>();
        services.AddSingleton<EmbeddingLoop>();
        services.AddSingleton<OwnGamesLoop>();
        services.AddSingleton(provider => new InsightDesk(
            provider.GetRequiredService<InsightStore>(),
            provider.GetRequiredService<InsightInputs>(),
            provider.GetRequiredService<InsightsBoard>(),
            provider.GetRequiredService<LastGames>(),
            provider.GetRequiredService<MatchQueries>(),
            provider.GetRequiredService<WorkQueue>(),
            provider.GetRequiredService<WorkQueries>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<InsightRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddingLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<OwnGamesLoop>());
        return services;
    }
}
