using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Registers the crawler.</summary>
internal static class CrawlingServices
{
    public static IServiceCollection AddCrawling(this IServiceCollection services)
    {
        services.AddSingleton<IPersonTraces, CrawlTraces>();
        services.AddSingleton<CrawlSwitch>();
        services.AddSingleton<CrawlProbe>();
        services.AddSingleton<CrawlStore>();
        services.AddSingleton<CycleStore>();
        services.AddSingleton<LadderBook>();
        services.AddSingleton<CrawlerQueries>();
        services.AddSingleton<LadderRunner>();
        services.AddSingleton<MatchListRunner>();
        services.AddSingleton<MatchRunner>();
        services.AddSingleton<CrawlerLoop>();
        services.AddSingleton(provider => new CrawlerDesk(
            provider.GetRequiredService<CycleStore>(),
            provider.GetRequiredService<CrawlerLoop>(),
            provider.GetRequiredService<CrawlerQueries>(),
            provider.GetRequiredService<CrawlSwitch>(),
            provider.GetRequiredService<WorkQueue>(),
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(),
            provider.GetRequiredService<KeyHealth>(),
            provider.GetRequiredService<IOptions<CrawlerOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CrawlerDesk>>()));
        services.AddHostedService(provider => provider.GetRequiredService<LadderRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<MatchListRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<MatchRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<CrawlerLoop>());
        return services;
    }
}
