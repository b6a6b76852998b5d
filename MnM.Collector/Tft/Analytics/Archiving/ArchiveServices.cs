using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Tft.Analytics.Archiving;

/// <summary>Registers the archiving of old sets.</summary>
internal static class ArchiveServices
{
    public static IServiceCollection AddArchiving(this IServiceCollection services) => services.AddHostedService<ArchiveLoop>();
}
