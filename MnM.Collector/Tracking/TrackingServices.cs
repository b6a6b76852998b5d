using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;
using MnM.Collector.Tracking.Completion;
using MnM.Collector.Tracking.Detection;
using MnM.Collector.Tracking.Friends;
using MnM.Collector.Tracking.Health;
using MnM.Collector.Tracking.Sweeping;

namespace MnM.Collector.Tracking;

/// <summary>Registers tracking.</summary>
internal static class TrackingServices
{
    public static IServiceCollection AddTracking(this IServiceCollection services)
    {
        services.AddSingleton(new Feed<TrackingState>(TrackingState.Starting));
        services.AddSingleton<TrackingMonitor>();
        services.AddSingleton<IPersonTraces, TrackingTraces>();
        services.AddSingleton<SteadyTime>();
        services.AddSingleton<RiotIdNews>();
        services.AddSingleton<ProductIds>();
        services.AddSingleton<DetectionStore>();
        services.AddSingleton<DetectionLoop>();
        services.AddSingleton<SweepStore>();
        services.AddSingleton<SweepLoop>();
        services.AddSingleton<HiddenPlayers>();
        services.AddSingleton<CompletionStore>();
        services.AddSingleton<ResultSource>();
        services.AddSingleton<RankStep>();
        services.AddSingleton<CompletionLoop>();
        services.AddSingleton<LocalGames>();
        services.AddSingleton<HiddenGames>();
        services.AddSingleton<FriendsQueries>();
        services.AddSingleton<TacticsGameQueries>();
        services.AddSingleton<TrackedGameQueries>();
        services.AddSingleton<TrackingMetricsQueries>();
        services.AddSingleton(provider => new TrackingStore(
            provider.GetRequiredService<IDbContextFactory<MnmDbContext>>(),
            provider.GetRequiredService<AccountApi>(),
            provider.GetRequiredService<PlayerStore>(),
            provider.GetRequiredService<RiotKeys>(),
            provider.GetRequiredService<IOptions<RiotOptions>>(),
            provider.GetRequiredService<LaneReserves>(),
            provider.GetRequiredService<TrackingMonitor>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => provider.GetRequiredService<DetectionLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<SweepLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<CompletionLoop>());
        services.AddHostedService(provider => provider.GetRequiredService<LocalGames>());
        return services;
    }
}
