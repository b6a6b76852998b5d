using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Rows;

namespace MnM.Web.Tft.Crawler;

/// <summary>Registers what the crawler's line and page read.</summary>
internal static class CrawlerPages
{
    public static IServiceCollection AddCrawlerPages(this IServiceCollection services)
    {
        // Each is made when somebody looks for the first time.
        services.AddSingleton(provider => new CrawlerSource(
            (last, token) => provider.GetRequiredService<CrawlerDesk>().ReadAsync(last, token),
            (plan, token) => provider.GetRequiredService<CrawlerDesk>().StartAsync(plan, token),
            token => provider.GetRequiredService<CrawlerDesk>().PauseAsync(token),
            token => provider.GetRequiredService<CrawlerDesk>().RetryAsync(token),
            token => provider.GetRequiredService<TftExplorer>().ReadChoicesAsync(token),
            token => provider.GetRequiredService<TftCoverageQueries>().ReadAsync(token),
            token => provider.GetRequiredService<RowsDesk>().DeriveAgainAsync(token)));
        services.AddSingleton<CrawlerMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<CrawlerMonitor>());
        return services;
    }
}
