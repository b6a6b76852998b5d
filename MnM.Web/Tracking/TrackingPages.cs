using MnM.Web.Tracking.Health;

namespace MnM.Web.Tracking;

/// <summary>Registers what the pages of tracking read.</summary>
internal static class TrackingPages
{
    public static IServiceCollection AddTrackingPages(this IServiceCollection services)
    {
        services.AddSingleton<FriendsMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<FriendsMonitor>());
        services.AddSingleton<HealthMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<HealthMonitor>());
        return services;
    }
}
