using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tft.Crawling;

namespace MnM.Collector.Tft;

/// <summary>Registers the crawler of Teamfight Tactics and its explorer.</summary>
internal static class TftServices
{
    public static IServiceCollection AddTft(this IServiceCollection services) => services
        .AddCrawling();
}
